"""A roster being brought in: how far it is, what it would change, and until when it can be taken back."""

from __future__ import annotations

from bot.domain.rights import Verb, may
from bot.domain.roster import Roster, RosterState, Verdict
from bot.storage.rosters import Line
from bot.storage.work import UnitOfWork
from bot.ui.buttons.rosters import ApplyRosterButton, DropRosterButton, RosterKindButton, UndoRosterButton
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows, Screen

_FIRST = 5
_NOTES = 6
_UNDER_WAY = {
    RosterState.FETCHING: "roster-fetching",
    RosterState.READING: "roster-reading",
    RosterState.APPLYING: "roster-applying",
    RosterState.UNDOING: "roster-undoing",
}


async def roster(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For whoever sent the file, as long as they may bring in rosters. It names nobody: that is in the file."""
    one = await uow.rosters.find(ref)
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if one is None or member is None or not may(member, Verb.IMPORT):
        return None
    if one.state in _UNDER_WAY:
        return await _under_way(uow, one, reader)
    if one.state is RosterState.READY:
        return await _ready(uow, one, reader)
    if one.state is RosterState.APPLIED:
        return _applied(one, reader)
    return _asked(one, reader) if one.state is RosterState.ASKED else _over(one, reader)


def _asked(one: Roster, reader: Reader) -> Screen:
    number = one.id or 0
    rows = [
        [reader.key("button-roster-households", RosterKindButton(number, "households"))],
        [reader.key("button-roster-members", RosterKindButton(number, "members"))],
        [reader.key("button-drop", DropRosterButton(number))],
    ]
    return Screen(reader.words("roster-which", name=one.name), rows)


async def _under_way(uow: UnitOfWork, one: Roster, reader: Reader) -> Screen:
    job = await uow.jobs.of(f"roster:{one.id}")
    key, percent = _UNDER_WAY[one.state], job.percent if job and one.state is not RosterState.FETCHING else 0
    text = reader.words(key, name=one.name, percent=str(percent))
    stop = one.state in (RosterState.FETCHING, RosterState.READING)
    return Screen(text, [[reader.key("button-drop", DropRosterButton(one.id or 0))]] if stop else [])


async def _ready(uow: UnitOfWork, one: Roster, reader: Reader) -> Screen:
    parts = [reader.words("roster-ready", name=one.name), _counts(one, reader)]
    wrong = await uow.rosters.first(one.id, Verdict.INVALID, _FIRST)
    if wrong:
        parts.append(reader.words("roster-wrong-lines"))
        parts += [_wrong(line, reader) for line in wrong]
    if one.invalid > len(wrong):
        parts.append(reader.words("roster-more-lines", n=one.invalid - len(wrong)))
    parts += [reader.words(note["key"], **note["args"]) for note in one.notes[:_NOTES]]
    number = one.id or 0
    rows: Rows = [[reader.key("button-drop", DropRosterButton(number))]]
    if one.changes:
        rows = [[reader.key("button-roster-apply", ApplyRosterButton(number))], *rows]
    else:
        parts.append(reader.words("roster-nothing-new"))
    return Screen(Markup("\n".join(parts)), rows, protect=True)


def _applied(one: Roster, reader: Reader) -> Screen:
    parts = [reader.words("roster-applied", name=one.name), _counts(one, reader)]
    if one.skipped:
        parts.append(reader.words("roster-skipped", n=one.skipped))
    until = one.undo_until
    if until is None or until < reader.now:
        return Screen(Markup("\n".join(parts)))
    parts.append(reader.words("roster-undo-until", until=until))
    undo = reader.key("button-roster-undo", UndoRosterButton(one.id or 0))
    return Screen(Markup("\n".join(parts)), [[undo]], until=until)


def _over(one: Roster, reader: Reader) -> Screen:
    if one.state is RosterState.FAILED and one.trouble:
        why = reader.words(one.trouble["key"], **one.trouble["args"])
        return Screen(Markup(f"{reader.words('roster-failed', name=one.name)}\n{why}"))
    if one.state is RosterState.UNDONE:
        text = reader.words("roster-undone", name=one.name)
        return Screen(
            Markup(f"{text}\n{reader.words('roster-skipped', n=one.skipped)}") if one.skipped else text
        )
    return Screen(reader.words("roster-dropped", name=one.name))


def _counts(one: Roster, reader: Reader) -> Markup:
    return reader.words(
        "roster-counts",
        new=one.new,
        changed=one.changed,
        gone=one.gone,
        same=one.same,
        duplicate=one.duplicate,
        invalid=one.invalid,
    )


def _wrong(line: Line, reader: Reader) -> Markup:
    """Row and reason."""
    problem = line.content["problems"][0]
    return reader.words(
        "roster-wrong-line", row=str(line.row), why=reader.words(problem["key"], **problem["args"])
    )
