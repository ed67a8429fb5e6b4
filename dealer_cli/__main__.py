"""`python -m dealer_cli` is `dealer`."""

from dealer_cli.cli.main import run

if __name__ == "__main__":
    run()
