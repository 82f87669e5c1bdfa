"""What the Commission must do in a school year, and whether it has.

Source: CPIA Napoli Provincia 2, Regolamento della Commissione, artt. 1, 3, 4 and 6.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.anno import AnnoScolastico, anno_scolastico
from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import data_estesa, elenco, plurale
from patto_formativo.rules.doveri import meta_dell_anno
from patto_formativo.rules.fonti import COMMISSIONE

ART_1, ART_3 = f"{COMMISSIONE}, art. 1", f"{COMMISSIONE}, art. 3"
ART_4, ART_6 = f"{COMMISSIONE}, art. 4", f"{COMMISSIONE}, art. 6"
PLENARIE_ALMENO: Final = 2
INCARICO: Final = Valore(3, ART_6)
AGOSTO: Final = 8


@dataclass(frozen=True, slots=True)
class Plenarie:
    """The plenary sittings of a school year against the least two."""

    inizio: tuple[date, ...]
    fine: tuple[date, ...]
    motivi: tuple[Motivo, ...]

    @property
    def tenute(self) -> int:
        return len(self.inizio) + len(self.fine)

    @property
    def bastano(self) -> bool:
        """Whether there was one at the start and one at the end."""
        return bool(self.inizio and self.fine)


@dataclass(frozen=True, slots=True)
class Giudizio:
    """Whether something holds, and why."""

    vale: bool
    motivi: tuple[Motivo, ...]


def conta_plenarie(tenute: Iterable[date], oggi: date) -> Plenarie:
    """Those held in the school year of today, at its start and at its end."""
    anno = anno_scolastico(oggi)
    meta = meta_dell_anno(anno)
    dell_anno = sorted(giorno for giorno in tenute if giorno in anno)
    inizio = tuple(giorno for giorno in dell_anno if giorno < meta)
    fine = tuple(giorno for giorno in dell_anno if giorno >= meta)
    return Plenarie(inizio, fine, (_delle_plenarie(inizio, fine, anno),))


def _delle_plenarie(inizio: Sequence[date], fine: Sequence[date], anno: AnnoScolastico) -> Motivo:
    quante = len(inizio) + len(fine)
    testo = (
        f"Almeno {PLENARIE_ALMENO} plenarie l’anno, all’inizio e alla fine: nel {anno} "
        f"{plurale(quante, 'tenuta', 'tenute', 'nessuna tenuta')}"
    )
    if quante:
        testo += f" ({elenco(data_estesa(giorno) for giorno in (*inizio, *fine))})"
    mancano = [nome for nome, sue in (("di inizio", inizio), ("di fine", fine)) if not sue]
    if mancano:
        testo += f"; manca quella {elenco(mancano)} anno"
    meta = data_estesa(meta_dell_anno(anno))
    seguito = f"Il regolamento non dice i giorni: qui l’anno si divide il {meta}."
    return Motivo("plenarie", ART_4, f"{testo}. {seguito}")


def giudica_elenco(aggiornato: date | None, oggi: date) -> Giudizio:
    """The list of the members is renewed at least once a year, from the names of each school."""
    anno = anno_scolastico(oggi)
    vale = aggiornato is not None and aggiornato in anno
    quando = f"l’ultima volta il {data_estesa(aggiornato)}" if aggiornato else "ancora mai"
    testo = (
        "L’elenco si aggiorna almeno una volta l’anno, sui nomi dati dalle scuole dell’accordo: "
        f"{quando}; nel {anno} {'è fatto' if vale else 'è da fare'}."
    )
    return Giudizio(vale, (Motivo("elenco", ART_3, testo),))


def giudica_incarico(dal: date, al: date | None, anni: Valore[int] = INCARICO) -> Giudizio:
    """A member sits for three school years, and no longer."""
    limite = date(anno_scolastico(dal).inizio + anni.valore, AGOSTO, 31)
    fine = f"fino al {data_estesa(al)}" if al else "senza un ultimo giorno"
    testo = (
        f"L’incarico dura {anni.valore} anni scolastici: dal {data_estesa(dal)}, {fine}; "
        f"il termine è il {data_estesa(limite)}.{anni.altra_fonte}"
    )
    return Giudizio(al is not None and al <= limite, (Motivo("incarico", anni.fonte, testo),))


def perche_decade() -> Motivo:
    """Why a member leaves before the term."""
    return Motivo(
        "decadenza", ART_6,
        "L’incarico decade con il passaggio a un’altra scuola, la pensione o l’aspettativa: "
        "si registra dall’organo, e il posto si copre con un’altra nomina.",
    )  # fmt: skip


def perche_composta() -> Motivo:
    """Who sits."""
    return Motivo(
        "composizione", ART_1,
        "Presiede il dirigente del CPIA; siedono docenti di tutte le scuole che hanno firmato "
        "l’accordo e di tutti i percorsi. Se serve si aggiungono mediatori linguistici, senza "
        "altri oneri.",
    )  # fmt: skip
