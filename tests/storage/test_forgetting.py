"""Whoever adds a table with people in it decides what 我的资料 shows of it and what 忘记我 does to it."""

from __future__ import annotations

from bot.storage.machinery import dialog, event
from bot.storage.personal import PARTS
from bot.storage.tables import metadata

DECIDED = {
    "addition": "shown; the words are emptied",
    "alarm": "shown; names become the pseudonym",
    "case": "shown; emptied when it is over",
    "charge": "shown; ended, without name, hours and phone",
    "consent": "shown; stays, as the proof that they agreed, under the pseudonym",
    "code": "shown; stays under the pseudonym's number",
    "dialog": "shown; deleted",
    "paper_entry": "shown; stays under the pseudonym's number",
    "surge": "shown; stays under the pseudonym's number",
    "draft": "shown; deleted with what was sent with it",
    "event": "shown; stays under the pseudonym's number",
    "follower": "shown; deleted",
    "hello": "shown; switched off; the hour alone stays",
    "hello_day": "shown; ended; whoever phoned is called by the pseudonym",
    "holding": "shown; the name becomes the pseudonym, the remark is gone",
    "invite": "shown; stays under the pseudonym's number",
    "kin": "shown; deleted",
    "kinship": "shown; ended; the name, the door and the tie are gone",
    "proxy": "shown; emptied with its case; stays under the pseudonym's number",
    "roster": "shown; stays under the pseudonym's number",
    "roster_member": "shown; its key is destroyed",
    "offered": "shown; stays under the pseudonym's number",
    "notice": "shown; the words are emptied",
    "answer": "shown; deleted",
    "notice_reply": "shown; deleted",
    "safety": "shown; deleted",
    "receipt": "shown; deleted",
    "proposal": "shown; stays under the pseudonym's number",
    "proof": "shown; deleted",
    "chat": "stays: who bound a group, by the pseudonym's number",
    "team_place": "shown; left",
    "voice": "shown; the name becomes the pseudonym",
    "visit_hold": "shown; the name becomes the pseudonym",
    "visit_helper": "shown; deleted",
    "visit_asked": "shown; deleted",
    "visit_list": "shown; deleted",
    "visit_pause": "shown; stays under the pseudonym's number",
    "finding": "shown; stays under the pseudonym's number: it is about the household",
    "visit_watch": "shown; the name becomes the pseudonym",
    "unanswered": "shown; the name becomes the pseudonym",
    "tried": "shown; the name becomes the pseudonym",
}
_PEOPLE = ("member_id", "reporter_id", "by_id", "used_by", "taken_by", "second_id", "bound_by")


def test_every_table_that_names_a_person_is_decided_upon() -> None:
    assert {dialog.name, event.name} <= set(metadata.tables)
    named = {
        table.name
        for table in metadata.sorted_tables
        for column in table.columns
        if column.name in _PEOPLE or any(key.column.table.name == "member" for key in column.foreign_keys)
    }
    assert named == set(DECIDED)


def test_my_data_has_a_part_for_each_that_is_shown() -> None:
    shown = {name for name, what in DECIDED.items() if what.startswith("shown")}
    parts = {
        "addition": "additions",
        "alarm": "alarms",
        "case": "cases",
        "charge": "charges",
        "code": "codes",
        "hello": "hellos",
        "hello_day": "hello_days",
        "kin": "kin",
        "kinship": "families",
        "proxy": "proxies",
        "roster": "rosters",
        "roster_member": "listed",
        "consent": "consents",
        "dialog": "questions",
        "draft": "drafts",
        "event": "deeds",
        "follower": "followed",
        "holding": "tasks",
        "invite": "invites",
        "offered": "offers",
        "notice": "notices",
        "answer": "answers",
        "notice_reply": "replies",
        "safety": "safeties",
        "receipt": "receipts",
        "proposal": "proposals",
        "paper_entry": "rounds",
        "surge": "rounds",
        "proof": "proofs",
        "voice": "voices",
        "visit_hold": "visits",
        "visit_helper": "paired",
        "visit_asked": "visits",
        "visit_list": "visits",
        "visit_pause": "pauses",
        "finding": "findings",
        "unanswered": "searches",
        "visit_watch": "watches",
        "tried": "searches",
    }
    assert shown - set(parts) == {"team_place"}, "the teams stand with the person"
    assert set(parts.values()) <= set(PARTS)
