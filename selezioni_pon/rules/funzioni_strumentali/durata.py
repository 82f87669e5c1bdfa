"""Until when a function lasts, what is due meanwhile, how many may help.

Source: CPIA Napoli Provincia 2, Regolamento funzioni strumentali, artt. 2, 3, 6, 7.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from cpia.norme.rules.anno import AnnoScolastico, anno_scolastico
from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import MESI, data_estesa, plurale
from selezioni_pon.rules.funzioni_strumentali.modello import RegoleFunzioni
from selezioni_pon.rules.giorni import nell_anno


@dataclass(frozen=True, slots=True)
class Dovuta:
    """A report with its day."""

    codice: str
    entro: date
    motivo: Motivo


@dataclass(frozen=True, slots=True)
class Periodo:
    """From when to when, both included."""

    dal: date
    al: date
    motivo: Motivo


def periodo(dal: date, regole: RegoleFunzioni) -> Periodo:
    """A function lasts so many school years, the one in which it is given included."""
    durata = regole.parametri.durata
    fine = AnnoScolastico(anno_scolastico(dal).inizio + durata.valore - 1).al
    anni = plurale(durata.valore, "anno scolastico", "anni scolastici")
    testo = f"L’incarico dura {anni}: dal {data_estesa(dal)} al {data_estesa(fine)}."
    return Periodo(dal, fine, Motivo("durata", durata.fonte, testo))


def relazioni(dal: date, regole: RegoleFunzioni) -> tuple[Dovuta, ...]:
    """The reports due after ``dal`` in its school year; the final one shows its other term."""
    anno, parametri = anno_scolastico(dal), regole.parametri
    finale = parametri.relazione_finale
    contro = finale.in_contrasto_con or regole.fonti.altra_relazione
    previste = (
        ("iniziale", "La relazione che programma l’attività", parametri.relazione_iniziale),
        ("finale", "La relazione conclusiva", replace(finale, in_contrasto_con=contro)),
    )
    dovute = []
    for codice, nome, preso in previste:
        entro = nell_anno(preso.valore, anno)
        if entro >= dal:
            testo = f"{nome} si presenta entro il {data_estesa(entro)}.{preso.altra_fonte}"
            motivo = Motivo(f"relazione_{codice}", preso.fonte, testo)
            dovute.append(Dovuta(codice, entro, motivo))
    return tuple(dovute)


def mesi_scoperti(
    dal: date, al: date, aggiornamenti: Iterable[date], regole: RegoleFunzioni
) -> list[Violazione]:
    """The months from ``dal`` to ``al`` without a report to the dirigente, one a month at least."""
    fatti = {(giorno.year, giorno.month) for giorno in aggiornamenti}
    primo, ultimo = (giorno.year * 12 + giorno.month - 1 for giorno in (dal, al))
    scoperti = [divmod(mese, 12) for mese in range(primo, ultimo + 1)]
    return [
        Violazione(
            "mese_senza_aggiornamento",
            f"Nel mese di {MESI[mese]} {anno} manca l’aggiornamento al dirigente.",
            regole.fonti.aggiornamento,
        )
        for anno, mese in scoperti
        if (anno, mese + 1) not in fatti
    ]


def contro_il_sottogruppo(quanti: int, regole: RegoleFunzioni) -> list[Violazione]:
    """What is against a subgroup of ``quanti`` teachers."""
    limite = regole.parametri.sottogruppo
    if quanti <= limite.valore:
        return []
    testo = f"Il sottogruppo avrebbe {quanti} docenti: al massimo {limite.valore}."
    return [Violazione("sottogruppo", testo, limite.fonte)]
