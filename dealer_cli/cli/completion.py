"""`dealer completion bash|zsh|fish`: the lines that teach a shell to complete names."""

from typing import Annotated

import typer

from dealer_cli.cli.group import Command, new_app
from dealer_cli.language import words
from dealer_cli.writing.safe import show

_say = words()
app = new_app()

# What a catalog says is never evaluated by a shell: each script reads lines, word and help with a tab between.
BASH = r"""# dealer completion for bash: eval "$(dealer completion bash)"
_dealer() {
    local word help
    COMPREPLY=()
    while IFS=$'\t' read -r word help; do
        [[ -n $word ]] && COMPREPLY+=("$word")
    done < <(dealer completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _dealer dealer
"""

ZSH = r"""#compdef dealer
# dealer completion for zsh: eval "$(dealer completion zsh)", behind compinit
_dealer() {
    local line
    local -a found
    for line in "${(@f)$(dealer completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] && found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    if (( $#found )); then _describe 'dealer' found; else _files; fi
}
compdef _dealer dealer
"""

FISH = r"""# dealer completion for fish: dealer completion fish | source
function __dealer_complete
    set -l typed (commandline -opc) (commandline -ct)
    set -l found (dealer completion words -- $typed[2..] 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c dealer -f -a '(__dealer_complete)'
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


@app.command("completion", cls=Command, help=_say("help.completion-long"), context_settings={"allow_extra_args": True})
def command(
    context: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish", help=_say("help.arg-shell"), show_default=False)],
) -> None:
    """Print the script for a shell; `words` is what the scripts themselves ask."""
    if shell == "words":
        from dealer_cli.cli.suggestions import suggest

        for word, meaning in suggest(context.args):
            print(f"{word}\t{show(meaning)}")
    elif shell in SCRIPTS:
        print(SCRIPTS[shell], end="")
    else:
        raise typer.BadParameter(", ".join(SCRIPTS), param_hint="bash|zsh|fish")
