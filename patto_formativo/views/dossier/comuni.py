"""What the pages of a dossier share: the person at the top, the answer after an act."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.http import trigger_client_event

from cpia.norme.errori import AttoRifiutato, Conflitto
from patto_formativo.access import dossier as access
from patto_formativo.forms.dossier import RichiestaForm, VersioneForm
from patto_formativo.models import Corsista, Dossier
from patto_formativo.queries.crediti import ContoCrediti, conto_crediti
from patto_formativo.queries.crediti.certificati import certificato_di
from patto_formativo.queries.dossier import carte_di, nomi_di_chi_ha_inserito
from patto_formativo.queries.elenchi import nome_della_sede
from patto_formativo.queries.patti import in_vigore, versione_corrente
from patto_formativo.queries.patti.piano import con_le_ore_firmate, misure_della

CAMBIATO = "Nel frattempo il dossier è cambiato: qui c’è com’è adesso. Ripeti, se serve ancora."
PAGINE = {"dossier": "patto/dossier/_evidenze.html", "crediti": "patto/dossier/_conto.html"}


def contesto_comune(request: HttpRequest, corsista: Corsista, **altro: Any) -> dict[str, Any]:
    """What every page of a dossier is given."""
    oggi: ContoCrediti = altro.pop("conto", None) or conto_crediti(corsista)
    vigente = in_vigore(corsista)
    conto = con_le_ore_firmate(oggi, vigente)
    aperto = conto.dossier is not None and conto.dossier.chiuso_il is None
    certificato = certificato_di(corsista) if conto.dossier else None
    return {
        "corsista": corsista,
        "conto": conto,
        "firmate": misure_della(vigente) if vigente else None,
        "di_oggi": oggi,
        "dossier": conto.dossier,
        "sede": nome_della_sede(request.contesto, corsista),
        "versione_patto": versione_corrente(corsista),
        "scrive": access.scrive(corsista),
        "modificabile": access.scrive(corsista) and aperto,
        "certifica": access.certifica(request.contesto),
        "certificato": certificato,
        "carte": carte_di(certificato) if certificato else [],
        "richiesta": RichiestaForm(initial={"giorno": request.contesto.oggi}),
        "chi": nomi_di_chi_ha_inserito(conto.evidenze),
        **altro,
    }


def versione_letta(request: HttpRequest) -> int | None:
    """The version of the dossier that the page had; None when it says none that is a number."""
    form = VersioneForm(request.POST)
    return form.cleaned_data["versione"] if form.is_valid() else -1


def con_versione(request: HttpRequest, form: Form, conflitto: Conflitto) -> None:
    """Let what was typed be sent again over the dossier as it is now."""
    dati = request.POST.copy()
    if isinstance(conflitto.attuale, Dossier):
        dati["versione"] = str(conflitto.attuale.versione)
    form.data = dati


def da_dove(request: HttpRequest) -> str:
    """From which of the two pages an act comes."""
    da = request.POST.get("da", "")
    return da if da in PAGINE else "dossier"


def fatto(request: HttpRequest, corsista: Corsista, annuncio: str) -> HttpResponse:
    """After an act: the piece of the page that it came from, as it is now."""
    da = da_dove(request)
    if not request.htmx:
        messages.success(request, annuncio)
        return redirect(f"patto:{da}", request.contesto.istituto.slug, corsista.pk)
    pagina = contesto_comune(request, corsista, salvato_il=request.contesto.adesso, scambio=True)
    risposta = render(request, PAGINE[da], pagina)
    return trigger_client_event(risposta, "annuncia", {"value": annuncio})


def rifiutato(request: HttpRequest, corsista: Corsista, testo: str) -> HttpResponse:
    """After an act that was not done: the page as it is now, with why."""
    da = da_dove(request)
    pagina = contesto_comune(request, corsista, rifiuto=testo, scheda=da)
    modello = PAGINE[da] if request.htmx else f"patto/dossier/{da}.html"
    return render(request, modello, pagina, status=409)


def messaggio(rifiuto: AttoRifiutato) -> str:
    """All that is against an act, in one paragraph."""
    return " ".join(
        f"{v.testo} {v.fonte}.".replace("..", ".") if v.fonte else v.testo
        for v in rifiuto.violazioni
    )
