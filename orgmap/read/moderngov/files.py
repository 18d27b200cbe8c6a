"""What each file saved from ModernGov's web service gave: committees, people, places on bodies, meetings."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from xml.etree.ElementTree import Element

from orgmap.matching import normal
from orgmap.model.wording import counted, verb
from orgmap.read.moderngov.attendance import Attendance, read_attendance
from orgmap.read.moderngov.collected import Cells, Collected, Committee, know, sit
from orgmap.read.moderngov.elements import children, listed, text_below, text_in
from orgmap.vocabulary import TABLE

_FILE_WORDS = re.compile(
    r"(?:mg)?webservicew?(?:\.asmx)?|get(?:member(?:group|list)?|meetings?|committees?)|member(?:list|s)?|s?order=?",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"sShortName=([^&]*)", re.IGNORECASE)


Reader = Callable[[Collected, str, Element], None]


def read_committees(collected: Collected, file: str, root: Element) -> None:
    """Collect a list of committees; those that were deleted are left out, and said."""
    found, deleted = 0, 0
    user = text_in(root, "fullusername", "username")
    for element in children(root, "committee"):
        if _true(text_in(element, "committeedeleted")):
            deleted += 1
            continue
        committee = collected.committee(
            text_in(element, "committeeid"), text_in(element, "committeetitle"), file
        )
        if committee is None:
            continue
        found += 1
        committee.category = committee.category or text_in(element, "committeecategory")
        committee.ended = committee.ended or _true(text_in(element, "committeeexpired"))
        if user:
            sit(collected, file, committee, collected.person(text_in(root, "userid", "memberid"), user), user)
    gone = f"; {deleted} deleted {verb('is', deleted)} left out" if deleted else ""
    collected.say(file, f"a list of {counted(found, 'committee')}{gone}.")


def read_councillors(collected: Collected, file: str, root: Element) -> None:
    """Collect the councillors by ward: people with a ward and a party, and no seat."""
    found = 0
    for ward in (one for one in root.iter() if any(children(one, "councillors"))):
        for councillor in children(ward, "councillors", "councillor"):
            name = text_in(councillor, "fullusername")
            if name is None:
                continue
            found += 1
            code = collected.person(text_in(councillor, "councillorid", "memberid"), name)
            more = _further(councillor) | {
                "ward": text_in(ward, "wardtitle"),
                "email": text_below(councillor, "email"),
                "term of office ends": text_below(councillor, "enddate"),
            }
            know(collected, code, name, {"post": text_in(councillor, "keyposts")}, more)
    collected.say(file, f"{counted(found, 'councillor')} by ward, who are people and hold no seat by that.")


def read_members(collected: Collected, file: str, root: Element) -> None:
    """Collect the members of one body, which the file itself or its name must say."""
    title = text_in(
        root, "membergrouptitle", "grouptitle", "title", "shortname", "committeetitle"
    ) or body_named(file)
    members = list(children(root, "members", "member")) or list(children(root, "member"))
    committee = collected.committee(text_in(root, "committeeid"), title, file)
    if committee is None:
        hint = "Name the file after the body, such as Health and Wellbeing Board.xml, and try again."
        message = (
            f"{counted(len(members), 'member')} of a body that the file does not name; they are not used."
        )
        collected.say(file, message, "error", hint)
        return
    found = 0
    for member in members:
        name = text_in(member, "fullusername", "name")
        if name is None:
            continue
        found += 1
        code = collected.person(text_in(member, "memberid"), name)
        place = sit(collected, file, committee, code, name)
        role, post = _role_and_post(text_in(member, "keyposts"))
        told = {"on_behalf_of": text_in(member, "representing"), "role": role, "post": post}
        place.cells |= {column: text for column, text in told.items() if text}
        place.extra |= _further(member) | {"district": text_in(member, "districttitle")}
    collected.say(file, f"{counted(found, 'member')} of {next(iter(committee.titles))}.")


def read_meetings(collected: Collected, file: str, root: Element) -> None:
    """Collect a list of meetings: which committee met, so that files of single meetings can be told."""
    found = 0
    groups = [one for one in root.iter() if any(children(one, "meeting"))]
    title, code = text_below(root, "committeetitle"), text_below(root, "committeeid")
    for meeting in (one for group in groups for one in children(group, "meeting")):
        found += 1
        own = text_in(meeting, "committeeid"), text_in(meeting, "committeetitle")
        committee = collected.committee(*(own if any(own) else (code, title)), file)
        number = text_in(meeting, "meetingid")
        if committee and number:
            collected.meetings[number] = committee
    if not found and title:
        collected.committee(code, title, file)
    collected.say(file, f"a list of {counted(found, 'meeting')}, used to tell which body met.")


def read_meeting(collected: Collected, file: str, root: Element) -> None:
    """Collect who was at one meeting: a place on its committee each, invited and attended counted."""
    number = text_in(root, "meetingid")
    attendees = list(children(root, "attendees", "attendee"))
    committee = _met(collected, file, root, number)
    if number and number in collected.seen:
        collected.say(file, "a meeting that another file gives too; it is counted once.")
        return
    if committee is None:
        hint = "Add the list of meetings (GetMeetings), or name the file after the body."
        collected.say(
            file,
            "a meeting of a body that no file names; it is not used.",
            "error" if attendees else "warning",
            hint,
        )
        return
    collected.seen.update([number] if number else [])
    unknown = {
        word for attendee in attendees if (word := _attends(collected, file, committee, attendee)) is not None
    }
    when = f" on {date}" if (date := text_in(root, "meetingdate")) else ""
    collected.say(
        file, f"a meeting of {next(iter(committee.titles))}{when} with {counted(len(attendees), 'attendee')}."
    )
    for word in sorted(unknown):
        collected.say(
            file, f"“{word}” says nothing of attendance that orgmap knows; it is not counted.", "warning"
        )


READERS: dict[str, Reader] = {
    "committees": read_committees,
    "councillorsbyward": read_councillors,
    "councillorsbywardid": read_councillors,
    "councillorsbypostcode": read_councillors,
    "memberlist": read_members,
    "getmeetings": read_meetings,
    "getmeetingsbydate": read_meetings,
    "getallmeetingsbydate": read_meetings,
    "meeting": read_meeting,
}
"""The reader of each answer, lists before single meetings."""


def body_named(file: str) -> str | None:
    """Return the name of a body that the name of a file gives, or None where it gives none."""
    stem = PurePath(file).stem
    short = _SHORT_NAME.search(stem)
    bare = short[1] if short else _FILE_WORDS.sub(" ", stem)
    words = " ".join(bare.replace("_", " ").replace("+", " ").replace("%20", " ").split()).strip(" -–=.,()?&")
    return words if any(letter.isalpha() for letter in words) else None


def _met(collected: Collected, file: str, root: Element, number: str | None) -> Committee | None:
    if number in collected.meetings:
        return collected.meetings[number]
    code, title = text_in(root, "committeeid"), text_in(root, "committeetitle", "meetingtitle")
    return collected.committee(code, title or (None if code else body_named(file)), file)


def _attends(collected: Collected, file: str, committee: Committee, attendee: Element) -> str | None:
    """Count one attendee; return the word for the attendance where it is not known."""
    name = text_in(attendee, "name", "fullusername")
    if name is None:
        return None
    place = sit(collected, file, committee, collected.person(text_in(attendee, "memberid"), name), name)
    word = text_in(attendee, "attendance")
    attendance = read_attendance(word)
    if role := (attendance.role if attendance else None) or text_in(attendee, "roledescription"):
        place.cells.setdefault("role", role)
    place.extra |= {"party": text_in(attendee, "politicalparty"), "ward": text_in(attendee, "ward")}
    counts = attendance or Attendance(invited=False, attended=False)
    place.invited += counts.invited
    place.attended += counts.attended
    return word if attendance is None else None


def _further(element: Element) -> Cells:
    return {
        "party": text_in(element, "politicalpartytitle"),
        "political group": text_in(element, "politicalgrouptitle"),
    }


def _role_and_post(key_posts: str | None) -> tuple[str | None, str | None]:
    """Return the first key post that is a role on a body, and the others as a post."""
    roles = TABLE["seats"].by_name["role"].closed_list
    spellings = {normal(one) for one in roles.spellings()} if roles else set()
    posts = listed(key_posts)
    role = next((post for post in posts if normal(post) in spellings), None)
    return role, "; ".join(post for post in posts if post != role) or None


def _true(text: str | None) -> bool:
    return (text or "").lower() in ("true", "yes", "1")
