"""What is typed: parse, call, print; one module a command group, imported when it is called."""
