"""``python -m procmap`` is the command `procmap`, for where scripts are not on the path."""

from procmap.cli import main

if __name__ == "__main__":
    main()
