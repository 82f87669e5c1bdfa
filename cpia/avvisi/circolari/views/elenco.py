"""The lists: the circulars for who is asking, and all of them for the office."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.avvisi.circolari import access, rules
from cpia.avvisi.circolari.forms import FiltriForm
from cpia.avvisi.circolari.queries import elenco
from cpia.avvisi.circolari.queries.attese import Attese, attese
from cpia.avvisi.circolari.queries.ricevute import stato_di
from cpia.avvisi.models import Circolare
from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta

PER_PAGINA = 30
DA_LEGGERE = (("", "Tutte"), ("da_leggere", "Da leggere"))
DELL_UFFICIO = (
    ("", "Tutte"),
    ("bozze", "Bozze"),
    ("pubblicate", "Pubblicate"),
    ("annullate", "Annullate"),
)
COLONNE = (
    "Anno scolastico", "Numero", "Tipologia", "Oggetto", "Pubblicata", "Riscontro", "Entro",
    "Destinatari", "Hanno risposto", "Mancano", "Non più tenute", "Annullata",
)  # fmt: skip


@require_safe
def circolari(request: HttpRequest) -> HttpResponse:
    """Those for this person, the latest first, with what was said of each."""
    contesto = request.contesto
    filtri = FiltriForm.letti(request.GET, ("da_leggere",))
    trovate = elenco.per_me(contesto, filtri)
    pagina = Paginator(trovate, PER_PAGINA).get_page(request.GET.get("pagina"))
    righe = [(circolare, _stato(circolare, contesto)) for circolare in pagina.object_list]
    return render(
        request,
        "avvisi/circolari/elenco.html",
        _comune(request, filtri, DA_LEGGERE, elenco.rivolte(contesto))
        | {"pagina": pagina, "righe": righe, "ufficio": contesto.ha(*access.VEDONO_TUTTE)},
    )


def _stato(circolare: Circolare, contesto: Contesto) -> Any:
    mia = circolare.mie[0] if circolare.mie else None
    return stato_di(circolare, mia, contesto.oggi)


@require_safe
def ufficio(request: HttpRequest) -> HttpResponse:
    """All the circulars, drafts first, with how many have answered each."""
    contesto = request.contesto
    if not contesto.ha(*access.VEDONO_TUTTE):
        raise Http404
    filtri = FiltriForm.letti(request.GET, tuple(elenco.STATI))
    trovate = elenco.dell_ufficio(contesto.istituto.pk, filtri)
    if file := esporta(
        request,
        nome="circolari",
        titolo="Circolari",
        intestazione=COLONNE,
        righe=_righe(trovate, contesto),
    ):
        return file
    pagina = Paginator(trovate, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "avvisi/circolari/ufficio.html",
        _comune(request, filtri, DELL_UFFICIO, elenco.tutte(contesto.istituto.pk))
        | {
            "pagina": pagina,
            "righe": _con_attese(pagina.object_list, contesto),
            "scrive": contesto.ha(*access.SCRIVONO),
        },
    )


def _con_attese(trovate: Iterable[Circolare], contesto: Contesto) -> list[tuple[Circolare, Attese]]:
    circolari = list(trovate)
    di = attese(contesto.istituto.pk, circolari, contesto.oggi)
    return [(circolare, di[circolare.pk]) for circolare in circolari]


def _righe(trovate: Iterable[Circolare], contesto: Contesto) -> Iterator[list[Any]]:
    for circolare, conti in _con_attese(trovate, contesto):
        chiede = circolare.riscontro in rules.CHIEDONO
        yield [
            circolare.anno_scolastico,
            circolare.numero or "bozza",
            circolare.get_tipo_display(),
            circolare.oggetto,
            circolare.pubblicata_il,
            circolare.get_riscontro_display(),
            circolare.riscontro_entro,
            conti.ricevute,
            conti.dette,
            conti.mancano if chiede else "",
            conti.non_piu if chiede else "",
            circolare.annullata_il,
        ]


def _comune(
    request: HttpRequest, filtri: elenco.Filtri, stati: tuple[tuple[str, str], ...], di_quali: Any
) -> dict[str, Any]:
    return {
        "filtri": filtri,
        "anni": [(anno, f"{anno}/{(anno + 1) % 100:02d}") for anno in elenco.anni(di_quali)],
        "pillole": [_pillola(request, filtri, chiave, testo) for chiave, testo in stati],
    }


def _pillola(
    request: HttpRequest, filtri: elenco.Filtri, chiave: str, testo: str
) -> dict[str, object]:
    parametri = request.GET.copy()
    parametri.pop("pagina", None)
    parametri["stato"] = chiave
    return {
        "testo": testo,
        "numero": None,
        "url": f"?{parametri.urlencode()}",
        "attiva": chiave == filtri.stato,
    }
