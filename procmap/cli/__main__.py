"""`python -m procmap.cli` is the command `procmap`."""

from procmap.cli.commands import main

if __name__ == "__main__":
    main()
