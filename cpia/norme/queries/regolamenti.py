"""The regulations of one institute as pages show them: versions, parameters by subject, drafts."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from cpia.norme.enums import Origine
from cpia.norme.leggi import leggi
from cpia.norme.models import Parametro, Regolamento
from cpia.norme.queries.righe import disposizione, scritto_di
from cpia.norme.rules import Chiave, Disposizione, Valore, chiave_nota
from cpia.norme.rules.catalogo import CHIAVI
from cpia.norme.rules.controllo import controlla
from cpia.norme.rules.dire import dire, dire_testo
from cpia.norme.rules.rilievi import Rilievo
from cpia.norme.rules.temi import Tema, etichetta_breve, temi
from cpia.norme.rules.vigenza import Guasto, valori_e_guasti


@dataclass(frozen=True, slots=True)
class Versione:
    """What one regulation says or said of one parameter."""

    riga: Parametro

    @property
    def dice(self) -> str:
        """The value in words; one that cannot be read as it is stored."""
        return dire_testo(self.riga.chiave, self.riga.valore)

    @property
    def impronta(self) -> str:
        """What changes with any word of it."""
        return scritto_di(self.riga).impronta

    def in_vigore(self, giorno: date) -> bool:
        """Whether it holds on ``giorno``."""
        return disposizione(self.riga).in_vigore(giorno)


@dataclass(frozen=True, slots=True)
class Voce:
    """One parameter on a day: what holds, who says it, all that was ever said of it."""

    nota: Chiave
    valore: Valore | Guasto
    scelta: Parametro | None
    storia: tuple[Versione, ...]

    @property
    def chiave(self) -> str:
        return self.nota.chiave

    @property
    def etichetta(self) -> str:
        """Its name under its subject."""
        return etichetta_breve(self.chiave)

    @property
    def seguita(self) -> bool:
        """Whether it is written nowhere and takes the value of another one that is."""
        return self.scelta is None and self.valore.origine is Origine.REGOLAMENTO

    @property
    def da_correggere(self) -> bool:
        """Whether what is stored cannot be read."""
        return isinstance(self.valore, Guasto)

    @property
    def dice(self) -> str:
        """The value in words; one that cannot be read as it is stored."""
        if isinstance(self.valore, Guasto):
            return f"«{self.valore.valore}»"
        return dire(self.chiave, self.valore.valore)


@dataclass(frozen=True, slots=True)
class TemaLetto:
    """A subject with its parameters."""

    tema: Tema
    voci: tuple[Voce, ...]


def regolamenti(istituto_id: int, *, bozze: bool) -> QuerySet[Regolamento]:
    """The regulations that hold or held, or the drafts, with how many rules they have."""
    return (
        Regolamento.objects.filter(istituto_id=istituto_id, bozza=bozze)
        .select_related("sostituisce")
        .annotate(quante_regole=Count("parametri"))
        .order_by("titolo", "-dal")
    )


def versioni(regolamento: Regolamento) -> list[Regolamento]:
    """All versions of a regulation that are not drafts, the latest first. One query."""
    return list(
        Regolamento.objects.filter(
            istituto_id=regolamento.istituto_id, titolo=regolamento.titolo, bozza=False
        ).order_by("-dal")
    )


def bozza_di(regolamento: Regolamento) -> Regolamento | None:
    """The draft of a new version, if somebody has begun one. One query."""
    return Regolamento.objects.filter(
        istituto_id=regolamento.istituto_id, titolo=regolamento.titolo, bozza=True
    ).first()


def righe(regolamento: Regolamento) -> list[Parametro]:
    """The parameters of one regulation. One query."""
    trovate = list(regolamento.parametri.all())
    for riga in trovate:
        riga.regolamento = regolamento
    return trovate


def temi_del_regolamento(regolamento: Regolamento) -> list[tuple[Tema, list[Versione]]]:
    """What one regulation says, by subject. One query."""
    detti = {riga.chiave: Versione(riga) for riga in righe(regolamento) if riga.chiave in CHIAVI}
    return [(tema, [detti[chiave] for chiave in tema.chiavi]) for tema in temi(detti)]


def temi_letti(istituto_id: int, giorno: date, codice: str = "") -> list[TemaLetto]:
    """What holds on ``giorno``, by subject, or of one subject only. One query."""
    scelti = [tema for tema in temi() if codice in {"", tema.codice}]
    chiavi = {chiave for tema in scelti for chiave in tema.chiavi}
    seguite = {chiave_nota(chiave).segue for chiave in chiavi} - {""}
    per_chiave: dict[str, list[Parametro]] = {}
    for riga in _righe(istituto_id, chiavi | seguite):
        per_chiave.setdefault(riga.chiave, []).append(riga)
    disposizioni = [disposizione(r) for sue in per_chiave.values() for r in sue]
    valori = valori_e_guasti(disposizioni, giorno)
    return [TemaLetto(tema, _voci(tema, valori, per_chiave, giorno)) for tema in scelti]


def _voci(
    tema: Tema,
    valori: Mapping[str, Valore | Guasto],
    per_chiave: Mapping[str, list[Parametro]],
    giorno: date,
) -> tuple[Voce, ...]:
    return tuple(
        Voce(
            nota=chiave_nota(chiave),
            valore=valori[chiave],
            scelta=_scelta(per_chiave.get(chiave, []), giorno),
            storia=tuple(Versione(riga) for riga in per_chiave.get(chiave, [])),
        )
        for chiave in tema.chiavi
    )


def _scelta(righe_sue: Iterable[Parametro], giorno: date) -> Parametro | None:
    """The row that prevails: of those in force the one of the latest regulation."""
    return next((riga for riga in righe_sue if Versione(riga).in_vigore(giorno)), None)


def _righe(istituto_id: int, chiavi: Collection[str]) -> QuerySet[Parametro]:
    """All rows of some parameters but those of drafts, the latest regulation first."""
    return (
        Parametro.objects.filter(
            istituto_id=istituto_id, chiave__in=chiavi, regolamento__bozza=False
        )
        .select_related("regolamento")
        .order_by("-regolamento__dal", "regolamento_id", "id")
    )


def disposizioni_in_vigore(
    istituto_id: int,
    giorno: date,
    *,
    fino_a: date | None = None,
    tranne: Regolamento | None = None,
) -> list[Disposizione]:
    """What the regulations in force say, all of it; without one of them if asked. One query.

    With ``fino_a`` (not before ``giorno``) also what came into force from one day to the other.
    """
    trovate = (
        Parametro.objects.filter(
            Q(regolamento__al__isnull=True) | Q(regolamento__al__gte=giorno),
            istituto_id=istituto_id,
            regolamento__bozza=False,
            regolamento__dal__lte=fino_a or giorno,
        )
        .exclude(regolamento=tranne)
        .select_related("regolamento")
        .order_by("regolamento_id", "id")
    )
    return [disposizione(riga) for riga in trovate]


def rilievi(istituto_id: int, giorno: date) -> tuple[Rilievo, ...]:
    """What is to be looked at in the regulations in force. One query."""
    return controlla(disposizioni_in_vigore(istituto_id, giorno), leggi(), giorno)


def quanti_rilievi(istituto_id: int, giorno: date) -> int:
    """How many findings there are, for the counter of the dirigente. One query."""
    return len(rilievi(istituto_id, giorno))
