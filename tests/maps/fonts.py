"""Advance widths of fonts that people have: what a map must fit in, whatever it was measured with.

In thousandths of the font size, from U+0020 to U+007E, then a few more letters. Arial is what the
layout itself measures with.
"""

from __future__ import annotations

from typing import Final

from procmap.maps.lettering import find_width

__all__ = ["FONTS", "measure_text"]

FONTS: Final = ("Arial", "Noto Sans", "DejaVu Sans")

_MORE: Final = "æøåÆØÅäöüÄÖÜßé«»–"
_DEJAVU = """
318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636
636 636 337 337 838 838 838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787
603 787 695 635 611 732 684 989 685 611 685 390 337 390 838 500 500 613 635 550 635 615 352 635
634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525 636 337 636 838 982
612 613 974 787 684 613 612 634 684 787 732 630 615 612 612 500
"""
_DEJAVU_BOLD = """
348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 365 696 696 696 696 696 696 696 696
696 696 400 400 838 838 838 580 1000 774 762 734 830 683 683 821 837 372 372 775 637 995 837 850
733 850 770 720 682 812 774 1103 771 724 725 457 365 457 838 500 500 675 716 593 716 678 435 716
712 343 343 665 343 1042 712 687 716 716 493 595 478 712 652 924 645 652 582 712 365 712 838
1048 687 675 1085 850 774 675 687 712 774 850 812 719 678 646 646 500
"""
_NOTO = """
260 269 408 646 572 831 732 225 300 300 551 572 268 322 268 372 572 572 572 572 572 572 572 572
572 572 268 268 572 572 572 434 899 639 650 632 730 556 519 728 741 339 273 619 524 907 760 781
605 781 622 549 556 731 600 930 586 566 572 329 372 329 572 444 281 561 615 480 615 564 344 615
618 258 258 534 258 935 618 605 615 615 413 479 361 618 508 786 529 510 470 380 551 380 572 864
605 561 881 781 639 561 605 618 639 781 731 631 564 509 509 500
"""
_NOTO_BOLD = """
260 286 472 646 572 901 750 266 339 339 545 572 285 322 285 413 572 572 572 572 572 572 572 572
572 572 285 285 572 572 572 477 897 690 672 637 740 560 549 724 765 389 331 664 565 943 813 796
628 796 660 551 579 756 650 967 667 624 579 331 413 331 572 411 362 604 633 514 633 591 387 633
657 305 305 620 305 982 657 619 633 633 454 497 434 657 569 856 578 569 488 394 551 394 572 917
619 604 952 796 690 604 619 657 690 796 756 711 591 615 615 500
"""


def _read(table: str) -> dict[str, int]:
    characters = [chr(code) for code in range(0x20, 0x7F)] + list(_MORE)
    return dict(zip(characters, map(int, table.split()), strict=True))


_TABLES: Final = {
    ("Noto Sans", False): _read(_NOTO),
    ("Noto Sans", True): _read(_NOTO_BOLD),
    ("DejaVu Sans", False): _read(_DEJAVU),
    ("DejaVu Sans", True): _read(_DEJAVU_BOLD),
}


def measure_text(text: str, size: float, *, font: str, bold: bool) -> float:
    """Width of a line of text; what a table does not have is as wide as in Arial."""
    table = _TABLES.get((font, bold), {})
    known = sum(table[character] for character in text if character in table) * size / 1000
    rest = "".join(character for character in text if character not in table)
    return known + find_width(rest, size, bold=bold)
