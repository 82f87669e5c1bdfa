"""Who takes the seat of an elected member who left it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cpia.norme.enums import ParitaPersone
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import Componente
from organi_collegiali.models import Candidatura, Elezione, Mandato
from organi_collegiali.queries.organi.elettorato import eleggibili
from organi_collegiali.queries.organi.elezioni import candidati
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.organi.elettorale import primi_dei_non_eletti


@dataclass(frozen=True, slots=True)
class Subentro:
    """The first of the non-elected, or those who are level among whom one is drawn by lot.

    ``senza_requisiti`` may not sit for the component any more, and are passed over.
    """

    primi: tuple[Candidatura, ...] = ()
    senza_requisiti: tuple[Candidatura, ...] = ()
    parita: Valore[ParitaPersone] | None = None

    @property
    def a_sorte(self) -> bool:
        return len(self.primi) > 1

    def scelto(self, estratto: int | None) -> Candidatura | None:
        """Who takes the seat: the only one, or who was drawn; None while that is not said."""
        if self.a_sorte:
            return next((c for c in self.primi if c.pk == estratto), None)
        return self.primi[0] if self.primi else None


def subentro_di(cessato: Mandato, giorno: date) -> Subentro:
    """Who comes first in the list of who left, among those who have not sat since that election.

    Who may not sit for the component any more is passed over (D.Lgs. 297/1994 art. 35 c. 1). The
    list is that of the last proclaimed election, at the ballot boxes or at a sitting, in which the
    member, or whom the member had replaced, stood. Seven queries at most.
    """
    elezione = _elezione_di(cessato)
    if elezione is None:
        return Subentro()
    righe = {c.pk: c for c in elezione.candidature.select_related("persona", "elezione")}
    sua = next(c for c in righe.values() if c.persona_id == cessato.persona_id)
    restano = _liberi(elezione, sua.lista, righe.values())
    possono = _possono(elezione, restano, giorno)
    parita = regole(elezione.organo, giorno).valore("parita.persone", ParitaPersone)
    primi = primi_dei_non_eletti(
        [c for c in candidati(elezione) if c.chi in possono],
        parita=parita,
        per_liste=elezione.liste.exists(),
    )
    return Subentro(
        tuple(righe[pk] for pk in primi),
        tuple(c for c in restano.values() if c.pk not in possono),
        parita,
    )


def _liberi(elezione: Elezione, lista: str, righe: Iterable[Candidatura]) -> dict[int, Candidatura]:
    """The candidatures of a list of who was not elected and has not sat since, by id."""
    siedono = Mandato.objects.filter(organo=elezione.organo_id).exclude(al__lt=elezione.dal)
    hanno_seduto = set(siedono.values_list("persona_id", flat=True))
    return {
        c.pk: c
        for c in righe
        if c.lista == lista and not c.eletto and c.persona_id not in hanno_seduto
    }


def _possono(elezione: Elezione, righe: Mapping[int, Candidatura], giorno: date) -> frozenset[int]:
    """The ids of those who may still sit for the component."""
    ammessi = eleggibili(elezione.organo, Componente(elezione.componente), giorno)
    suoi = ammessi.filter(pk__in=[c.persona_id for c in righe.values()])
    chi = set(suoi.values_list("pk", flat=True))
    return frozenset(c.pk for c in righe.values() if c.persona_id in chi)


def _elezione_di(cessato: Mandato) -> Elezione | None:
    return (
        Elezione.objects.select_related("organo")
        .filter(
            istituto_id=cessato.istituto_id,
            organo=cessato.organo_id,
            componente=cessato.componente,
            proclamata_il__isnull=False,
            candidature__persona_id=cessato.persona_id,
        )
        .order_by("-votata_il", "-id")
        .first()
    )
