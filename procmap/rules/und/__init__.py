"""UND: process understanding (*prosessforståelse*)."""
