"""The step that every act of a form takes: do it, or say at the fields what is against it."""

from collections.abc import Callable

from django.forms import Form

from cpia.norme.errori import AttoRifiutato


def compiuto(form: Form, atto: Callable[[], object], *, fonti: bool = False) -> bool:
    """Whether the act was done; what speaks against it stands at its field, or on the whole.

    ``fonti`` says the source too, where the page does not have it elsewhere.
    """
    try:
        atto()
    except AttoRifiutato as rifiuto:
        for violazione in rifiuto.violazioni:
            campo = violazione.campo if violazione.campo in form.fields else None
            fonte = f" {violazione.fonte}" if fonti and violazione.fonte else ""
            form.add_error(campo, f"{violazione.testo}{fonte}")
        return False
    return True
