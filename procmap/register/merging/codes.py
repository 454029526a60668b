"""Merging code lists, and checking the codes of processes against them."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.model import Code, CodeList, Fact, Landscape, Process, fold
from procmap.register.log import Log
from procmap.register.merging.code_book import CodeBook, build_code_book
from procmap.register.merging.unique import group, note_duplicate
from procmap.register.work_content import CodeRow
from procmap.register.written import Name
from procmap.source import ElementRef, SourceLocation

__all__ = ["CODE_NOTES", "build_codes", "merge_code_lists", "settle_codes"]

# What `settle_codes` notes, of the whole landscape each time.
CODE_NOTES = frozenset({"REG217", "REG218", "REG219"})


def merge_code_lists(
    recorded: tuple[CodeList, ...], rows: Iterable[CodeRow], log: Log
) -> tuple[CodeList, ...]:
    """Build the code lists of landscape and register together, by folded name.

    A code may stand there twice, but not for two things.

    Args:
        recorded: the code lists there were.
        rows: what the register says.
        log: where problems go.
    """
    found = {fold(one.name): one for one in recorded}
    for key, listed in group((fold(row.list.text), row) for row in rows).items():
        name = min(row.list.text for row in listed)
        before = found[key].codes if key in found else ()
        codes = {fold(code.code): Code(name, code.code, code.name) for code in before}
        for code, same in group((fold(row.code.text), row) for row in listed).items():
            said = _agree(same, log) or (codes[code].name if code in codes else "")
            codes[code] = Code(name, min(row.code.text for row in same), said)
        found[key] = CodeList(name=name, codes=tuple(codes[code] for code in sorted(codes)))
    return tuple(found[key] for key in sorted(found))


def _agree(rows: tuple[CodeRow, ...], log: Log) -> str:
    """What the rows of one code call it; two different names are a problem."""
    named = [row for row in rows if row.name]
    for row in named[1:]:
        if fold(row.name) != fold(named[0].name):
            note_duplicate(row.code, named[0].code, log)
    return min((row.name for row in named), default="")


def build_codes(written: Fact[tuple[Name, ...]], book: CodeBook) -> Fact[tuple[Code, ...]]:
    """Build the codes of a process, each once, in the order written.

    Args:
        written: what the register says.
        book: the code lists there are.
    """
    if written.value is None:
        return Fact(written.state, None, written.origin)
    found = dict.fromkeys(book.recognise(name.text) for name in written.value)
    return Fact.stated(tuple(found), written.origin)


def settle_codes(landscape: Landscape, log: Log) -> Landscape:
    """The landscape with the codes of all processes as its code lists have them.

    A code that no list has is kept and noted. Where no list was brought, nothing is.

    Args:
        landscape: the landscape, with processes and code lists merged.
        log: where diagnostics go.
    """
    if not landscape.code_lists:
        return landscape
    book = build_code_book(landscape.code_lists)
    changed: dict[ElementRef, Process] = {}
    for process in landscape.processes:
        if process.codes.value is None:
            continue
        codes = tuple(dict.fromkeys(book.recognise(str(code)) for code in process.codes.value))
        for code in codes:
            _note(code, process, book, log)
        if codes != process.codes.value:
            fact = Fact.stated(codes, process.codes.origin)
            changed[process.ref] = process.model_copy(update={"codes": fact})
    if not changed:
        return landscape
    documents = tuple(
        document.model_copy(
            update={"processes": tuple(changed.get(p.ref, p) for p in document.processes)}
        )
        if any(process.ref in changed for process in document.processes)
        else document
        for document in landscape.documents
    )
    unmodelled = tuple(changed.get(p.ref, p) for p in landscape.unmodelled)
    return landscape.model_copy(update={"documents": documents, "unmodelled": unmodelled})


def _note(code: Code, process: Process, book: CodeBook, log: Log) -> None:
    """Note a code that its list does not have, or whose list nobody brought but one alike."""
    if book.has(code):
        return
    place = process.codes.origin or SourceLocation("")
    label = process.label or process.id
    subject = (fold(str(code)),)
    several = book.alone.get(fold(code.code), ()) if not code.list else ()
    if several:
        log.diagnose(
            "REG218",
            place,
            elements=(process.ref,),
            subject=subject,
            word=code.code,
            process=label,
            lists=" / ".join(one.list for one in several),
            example=str(several[0]),
        )
    elif fold(code.list) in book.lists or not code.list:
        lists = [book.lists[fold(code.list)]] if code.list else list(book.lists.values())
        log.diagnose(
            "REG217",
            place,
            elements=(process.ref,),
            nearest=_find_nearest(code, lists, book, log),
            subject=subject,
            word=code.code,
            process=label,
            lists=" / ".join(one.name for one in lists),
        )
    elif near := log.nearest(code.list, tuple(one.name for one in book.lists.values())):
        log.diagnose(
            "REG219",
            place,
            elements=(process.ref,),
            nearest=near,
            subject=subject,
            word=code.code,
            process=label,
            list=code.list,
        )


def _find_nearest(
    code: Code, lists: Iterable[CodeList], book: CodeBook, log: Log
) -> tuple[str, ...]:
    """The code nearest to one that no list has; else that of the name nearest to it."""
    # Code lists are long, and comparing is slow: a slip is seldom in the first character.
    first = fold(code.code[:1])
    alike = [each for one in lists for each in book.starting.get((fold(one.name), first), ())]
    near = log.nearest(code.code, tuple(each.code for each in alike))
    if not near and first.isalpha():
        near = log.nearest(code.code, tuple(each.name for each in alike))
    found = (each for each in alike if near and near[0] in (each.code, each.name))
    return tuple(f"{each.code} {each.name}".strip() for each in found)[:1]
