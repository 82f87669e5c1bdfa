"""The groups of level of a year, and the page of one."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta
from patto_formativo.access import frequenza as access
from patto_formativo.enums import Percorso
from patto_formativo.models import Lezione
from patto_formativo.queries.frequenza import gruppi as queries
from patto_formativo.queries.frequenza.lezioni import lezioni, ore_tenute
from patto_formativo.queries.frequenza.proposte import anno_corrente
from patto_formativo.rules.misure import in_cifre, per_cento
from patto_formativo.views.frequenza.barra import in_cento

COLONNE = [
    "Gruppo",
    "Percorso",
    "Livello",
    "Sede",
    "Docenti",
    "Membri",
    "Lezioni",
    "Ultima lezione",
]
LEZIONI = [
    "Giorno", "Dalle", "Unità", "Ore", "A distanza", "Presenti", "Registrati", "Docente",
    "Argomento",
]  # fmt: skip
MEMBRI = [
    "Cognome e nome", "Dal", "Al", "Tutor", "Ore del piano", "Frequentate", "Per cento", "Dovute",
    "A rischio",
]  # fmt: skip


@require_safe
def elenco(request: HttpRequest) -> HttpResponse:
    """The groups of this year: all, those of the site, the own ones."""
    contesto: Contesto = request.contesto
    access.vede_gruppi(contesto)
    anno = anno_corrente(contesto)
    gruppi = queries.elenco_gruppi(contesto, anno)
    sedi = queries.nomi_sedi(contesto, (gruppo.sede for gruppo in gruppi))
    righe = [
        {"gruppo": gruppo, "sede": sedi[gruppo.sede_id],
         "docenti": queries.nomi(gruppo.docenti.all())}
        for gruppo in gruppi
    ]  # fmt: skip
    if file := esporta(
        request, nome="gruppi", titolo="Gruppi di livello", intestazione=COLONNE,
        righe=_come_file(righe),
    ):  # fmt: skip
        return file
    dati = {"righe": righe, "anno": anno, "forma": access.puo_formare(contesto)}
    return render(request, "patto/frequenza/gruppi.html", dati)


def _come_file(righe: Iterable[dict[str, Any]]) -> Iterable[Sequence[Any]]:
    for riga in righe:
        gruppo = riga["gruppo"]
        yield (
            gruppo.nome, Percorso(gruppo.percorso).etichetta, gruppo.livello, riga["sede"],
            ", ".join(riga["docenti"]), gruppo.quanti, gruppo.quante, gruppo.ultima,
        )  # fmt: skip


@require_safe
def gruppo(request: HttpRequest, pk: int) -> HttpResponse:
    """One group: who is in it with the attendance of each, its lessons, its teachers."""
    contesto: Contesto = request.contesto
    trovato = access.gruppo(contesto, pk)
    tenute = lezioni(trovato)
    if request.GET.get("lista") == "lezioni":
        file = esporta(
            request, nome="lezioni", titolo="Lezioni", intestazione=LEZIONI, righe=_lezioni(tenute)
        )
        if file:
            return file
    righe = queries.con_frequenza(queries.membri(trovato))
    if file := esporta(
        request, nome="gruppo", titolo=trovato.nome[:31], intestazione=MEMBRI,
        righe=_membri(righe), personale=True,
    ):  # fmt: skip
        return file
    dentro = [riga for riga in righe if riga.membro.al is None or riga.membro.al >= contesto.oggi]
    dati = {
        "gruppo": trovato,
        "sede": queries.nomi_sedi(contesto, [trovato.sede])[trovato.sede_id],
        "percorso": Percorso(trovato.percorso).etichetta,
        "docenti": queries.nomi(trovato.docenti.select_related("persona")),
        "dentro": [(riga, in_cento(riga.frequenza)) for riga in dentro],
        "usciti": [riga for riga in righe if riga not in dentro],
        "a_rischio": sum(riga.a_rischio for riga in dentro),
        "lezioni": list(tenute),
        "ore": ore_tenute(trovato),
        "cura": access.cura(contesto, trovato),
        "insegna": queries.insegna(contesto, trovato),
    }
    return render(request, "patto/frequenza/gruppo.html", dati)


def _membri(righe: Iterable[queries.RigaMembro]) -> Iterable[Sequence[Any]]:
    for riga in righe:
        membro, f = riga.membro, riga.frequenza
        yield (
            str(membro.corsista.persona), membro.dal, membro.al, str(membro.corsista.tutor or ""),
            in_cifre(f.psp), in_cifre(f.ore.valide), per_cento(f.percentuale),
            in_cifre(f.dovute), "sì" if riga.a_rischio else "no",
        )  # fmt: skip


def _lezioni(tenute: Iterable[Lezione]) -> Iterable[Sequence[Any]]:
    for lezione in tenute:
        yield (
            lezione.giorno, str(lezione.dalle or ""), lezione.unita.titolo,
            in_cifre(Fraction(lezione.ore)),
            "sì" if lezione.a_distanza else "no", lezione.presenti, lezione.registrati,
            str(lezione.docente), lezione.argomento,
        )  # fmt: skip
