"""A task 任务: facts, states, and the moves between them."""

from bot.domain.task.states import Holding, HoldState, TaskKind, TaskState
from bot.domain.task.task import MOST_SLOTS, Task

__all__ = ["MOST_SLOTS", "HoldState", "Holding", "Task", "TaskKind", "TaskState"]
