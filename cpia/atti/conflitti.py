"""The step that every act of a form takes; of two who change the same, the second is told."""

from collections.abc import Callable

from django.http import HttpRequest

from cpia.atti.models import Operazione
from cpia.atti.queries import ultima
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.norme.forms.comuni import ConViolazioni
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.access import Contesto
from cpia.scuola.parole import giorno_e_ora


def compiuto(request: HttpRequest, form: ConViolazioni, atto: Callable[[], object]) -> bool:
    """Whether the act of a form was done; what speaks against it is written at its field.

    What somebody else kept meanwhile is put beside what was typed.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        atto()
    except AttoRifiutato as rifiuto:
        form.riporta(rifiuto.violazioni)
        return False
    except Conflitto as conflitto:
        return confronta(request, form, conflitto)
    return True


def confronta(request: HttpRequest, form: ConViolazioni, conflitto: Conflitto) -> bool:
    """Whether what was typed is what is kept already: a second click. Else both are shown.

    Raises the conflict again when the form does not know how to show it.
    """
    if not isinstance(form, ConVersione):
        raise conflitto
    riga, contesto = conflitto.attuale, request.contesto
    mano = ultima(contesto.istituto.pk, riga, form.AZIONI)
    return form.confronta(riga, _chi(contesto, mano))


def _chi(contesto: Contesto, mano: Operazione | None) -> str:
    if mano is None or mano.persona is None:
        return "Nel frattempo qualcun altro ha registrato altro."
    quando = giorno_e_ora(mano.compiuta_il, contesto.oggi)
    if mano.persona == contesto.persona:
        return f"Hai registrato altro da un’altra pagina, {quando}."
    return f"{mano.persona.nome_e_cognome} ha registrato altro, {quando}."


def stato(request: HttpRequest, form: ConViolazioni | None) -> int:
    """Of the page of a form: 409 beside what somebody else kept, 422 for what cannot be taken."""
    if getattr(form, "altrui", None) is not None:
        return 409
    return 422 if request.method == "POST" else 200
