"""Where the app begins: the persons that each sees, how far they are, who lags."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.esportazione import esporta
from cpia.scuola.parole import decimale
from patto_formativo.access.accoglienza import CONDUCONO
from patto_formativo.enums import Percorso
from patto_formativo.models import Corsista
from patto_formativo.queries import elenchi
from patto_formativo.queries.elenchi import Filtri, Riga
from patto_formativo.queries.frequenza import FrequenzaDi, frequenze
from patto_formativo.queries.visibili import DIREZIONE, Veste, filtri
from patto_formativo.rules.misure import in_cifre
from patto_formativo.rules.passi import Tratto
from patto_formativo.views.accoglienza.comuni import numero
from patto_formativo.views.accoglienza.legami import legami

PER_PAGINA = 50
TUTTA_LA_SCUOLA = "Tutta la scuola"
PILLOLE = {
    Veste.UFFICIO: TUTTA_LA_SCUOLA,
    Veste.DIREZIONE: TUTTA_LA_SCUOLA,
    Veste.SEDE: "La mia sede",
    Veste.TUTOR: "I miei corsisti",
    Veste.SEZIONE: "In Commissione",
    Veste.DOCENTE: "I miei gruppi",
}
# Who answers for whole sites.
DI_SEDE = (Veste.UFFICIO, Veste.DIREZIONE, Veste.SEDE)
INTESTAZIONE = (
    "Cognome", "Nome", "Percorso", "Sede", "Tutor", "Iscritto il", "Accoglienza, ore fatte",
    "Accoglienza, ore contate", "Prossimo passo", "Di chi è", "Fermo", "Dossier", "Patto",
    "Ore frequentate", "Ore del piano", "Frequenza a rischio",
)  # fmt: skip
SENZA = "nessuno"
ETICHETTE = {"percorso": "Percorso", "sede": "Sede", "tutor": "Tutor", "stato": "A che punto"}


@require_safe
def inizio(request: HttpRequest) -> HttpResponse:
    """The landing: who works here sees the list, who learns goes to the own page."""
    contesto: Contesto = request.contesto
    quanti = elenchi.quanti_per_veste(contesto)
    vesti = _vesti(contesto, quanti)
    if not vesti and contesto.ha(Ruolo.STUDENTE, Ruolo.RESPONSABILE):
        return redirect("patto:mio", contesto.istituto.slug)
    scelti = _filtri(request.GET, vesti)
    righe = elenchi.elenco(contesto, scelti)
    file = esporta(
        request, nome="corsisti", titolo="Corsisti", intestazione=INTESTAZIONE,
        righe=_celle(righe), personale=True,
    )  # fmt: skip
    if file:
        return file
    dati = _scena(request, scelti, righe) | {
        "pillole": _pillole(request, vesti, quanti, scelti),
        "vesti": vesti,
        "legami": legami(contesto),
    }
    return render(request, "patto/inizio.html", dati)


def _vesti(contesto: Contesto, quanti: dict[Veste, int]) -> list[Veste]:
    """The parts that one has here; those of a group or section only when somebody is there."""
    tenute = filtri(contesto).keys()
    per_ruolo = (Veste.UFFICIO, Veste.DIREZIONE, Veste.SEDE, Veste.TUTOR)
    vesti = [v for v in PILLOLE if v in tenute and (v in per_ruolo or quanti[v])]
    return vesti[1:] if vesti[:2] == list(per_ruolo[:2]) else vesti


def _filtri(get: QueryDict, vesti: Sequence[Veste]) -> Filtri:
    """What the address asks for; what it says amiss is not asked for."""
    veste = _fra(Veste, get.get("come"))
    if veste not in vesti:
        veste = vesti[0] if vesti else None
    return Filtri(
        veste=veste,
        percorso=_fra(Percorso, get.get("percorso")),
        sede=numero(get.get("sede")),
        tutor=numero(get.get("tutor")),
        senza_tutor=get.get("tutor") == SENZA,
        tratto=_fra(Tratto, get.get("stato")),
        fermi=get.get("fermi") == "si",
    )


def _fra(voci: Any, scritto: str | None) -> Any:
    return next((voce for voce in voci if voce.value == scritto), None)


def _scena(request: HttpRequest, scelti: Filtri, righe: list[Riga]) -> dict[str, Any]:
    contesto: Contesto = request.contesto
    ampie = Filtri(veste=scelti.veste)
    tutte = righe if scelti == ampie else elenchi.elenco(contesto, ampie)
    pagina = Paginator(righe, PER_PAGINA).get_page(request.GET.get("pagina"))
    presenze = frequenze([riga.corsista for riga in pagina])
    return {
        "pagina": pagina,
        "voci": [(riga, presenze.get(riga.corsista.pk)) for riga in pagina],
        "quanti": len(righe),
        "tutte": len(tutte),
        "sedi": elenchi.per_sede(contesto, tutte),
        "per_sede": scelti.veste in DI_SEDE,
        "tratti": [t for t in Tratto if t is not Tratto.FINE],
        "filtri_visti": _filtri_visti(request.GET, _scelte(contesto, tutte)),
        "senza_filtri": _senza_filtri(request, scelti),
        "scelti": scelti,
        "filtrato": scelti != ampie,
        "assegna": contesto.ha(Ruolo.COORDINATORE_SEDE, *DIREZIONE),
        "conduce": any(
            not filtri(contesto).keys().isdisjoint(vesti) for vesti in CONDUCONO.values()
        ),
    }


def _scelte(contesto: Contesto, righe: Sequence[Riga]) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen in each filter: only what is in the list, and may be known."""
    corsisti = [riga.corsista for riga in righe]
    sedi = {
        str(c.offerta.sede_id): c.offerta.sede.nome
        for c in corsisti
        if elenchi.conosce_la_sede(contesto, c)
    }
    tutor = {str(c.tutor_id): str(c.tutor) for c in corsisti if c.tutor_id}
    return {
        "percorso": [(p.value, p.etichetta) for p in Percorso],
        "sede": _per_nome(sedi),
        "tutor": [(SENZA, "senza tutor"), *_per_nome(tutor)],
        "stato": [(t.value, t.etichetta) for t in Tratto],
    }


def _filtri_visti(
    get: QueryDict, scelte: dict[str, list[tuple[str, str]]]
) -> list[tuple[str, str, list[tuple[str, str]], str]]:
    """Name, label, what can be chosen, what is chosen, of each filter."""
    return [(n, ETICHETTE[n], voci, get.get(n, "")) for n, voci in scelte.items()]


def _senza_filtri(request: HttpRequest, scelti: Filtri) -> str:
    return f"{request.path}?come={scelti.veste.value}" if scelti.veste else request.path


def _per_nome(voci: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(voci.items(), key=lambda voce: voce[1])


def _pillole(
    request: HttpRequest, vesti: Sequence[Veste], quanti: dict[Veste, int], scelti: Filtri
) -> list[dict[str, Any]]:
    if len(vesti) < 2:
        return []
    return [
        {
            "testo": PILLOLE[veste],
            "numero": quanti[veste],
            "url": f"{request.path}?come={veste.value}",
            "attiva": veste is scelti.veste,
        }
        for veste in vesti
    ]


def _celle(righe: list[Riga]) -> Iterator[list[Any]]:
    presenze = frequenze([riga.corsista for riga in righe])
    for riga in righe:
        yield [*_della_persona(riga), *_del_cammino(riga), *_presenze(presenze[riga.corsista.pk])]


def _della_persona(riga: Riga) -> list[Any]:
    corsista: Corsista = riga.corsista
    persona = corsista.persona
    return [
        persona.cognome, persona.nome, riga.percorso, riga.sede, corsista.tutor,
        corsista.iscritto_il,
    ]  # fmt: skip


def _del_cammino(riga: Riga) -> list[Any]:
    return [
        in_cifre(riga.accoglienza.ore), in_cifre(riga.accoglienza.contate),
        riga.prossimo.passo.etichetta, riga.prossimo.chi, riga.fermo is not None,
        riga.stato_dossier[1], riga.stato_patto[1],
    ]  # fmt: skip


def _presenze(di: FrequenzaDi) -> list[Any]:
    if not di.ha_piano:
        return ["", "", ""]
    return [decimale(di.ore.valide), decimale(di.psp), di.rischio is not None]
