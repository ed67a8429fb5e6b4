"""`python -m dealer_cli` is `dealer`."""

from dealer_cli.cli.main import start

if __name__ == "__main__":
    start()
