"""Evidence that is claimed more than once: by the same person, or by several."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Q

from bonus_merito.enums import StatoProcedura, StatoRichiesta
from bonus_merito.models import Prova
from bonus_merito.queries.proprie import CONCORRONO
from bonus_merito.rules.doppi import Usata, gemelle, segno_di


@dataclass(frozen=True, slots=True)
class Altrove:
    """Where the same evidence is claimed too, with what was declared there."""

    prova: Prova

    @property
    def anno(self) -> str:
        return str(self.prova.attivita.richiesta.procedura.fondo.anno_scolastico)


def altrove(
    istituto_id: int, attivita: Collection[int], *, solo_di: int | None = None
) -> Mapping[int, list[Altrove]]:
    """For each activity that has any, where its evidence is claimed too. Two queries.

    ``solo_di`` keeps to what that person wrote: a teacher learns nothing of the others, nor of the
    rows of office; who directs learns of everybody who takes part, and of no draft. An annulled
    procedure pays nothing: what was declared there is no second time.
    """
    mie = list(Prova.objects.filter(istituto_id=istituto_id, attivita__in=attivita))
    if not mie:
        return {}
    stesse = Q(impronta__in={p.impronta for p in mie if p.impronta}) | Q(
        atto__in={p.atto_id for p in mie if p.atto_id}
    )
    righe = Prova.objects.filter(stesse, istituto_id=istituto_id).select_related(
        "attivita__richiesta__persona", "attivita__richiesta__procedura__fondo__anno_scolastico"
    )
    altre = ~Q(attivita__richiesta__procedura__stato=StatoProcedura.ANNULLATA.value)
    if solo_di is None:
        altre &= Q(attivita__richiesta__stato__in=CONCORRONO)
    else:
        altre &= Q(attivita__richiesta__persona=solo_di)
        altre &= ~Q(attivita__richiesta__stato=StatoRichiesta.D_UFFICIO.value)
    trovate_tutte = righe.filter(Q(attivita__in=attivita) | altre).order_by("pk")
    tutte = {prova.pk: prova for prova in trovate_tutte}
    doppie = gemelle(_usata(prova) for prova in tutte.values())
    trovate: dict[int, list[Altrove]] = {}
    for prova in mie:
        for usata in doppie.get(prova.pk, ()):
            trovate.setdefault(prova.attivita_id, []).append(Altrove(tutte[usata.prova]))
    return trovate


def _usata(prova: Prova) -> Usata:
    richiesta = prova.attivita.richiesta
    return Usata(
        segno=segno_di(prova.impronta, prova.atto_id),
        prova=prova.pk,
        attivita=prova.attivita_id,
        richiesta=richiesta.pk,
        persona=richiesta.persona_id,
    )
