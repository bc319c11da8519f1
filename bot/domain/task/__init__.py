"""A task 任务: facts, states, and the moves between them."""

from bot.domain.task.states import Holding, HoldState, TaskKind, TaskState
from bot.domain.task.task import Task

__all__ = ["HoldState", "Holding", "Task", "TaskKind", "TaskState"]
