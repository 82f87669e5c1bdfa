"""A procedure read whole, with what the rules say of it: a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property

from django.utils import timezone

from selezioni_pon.enums import PassoFunzioni, TipoParita
from selezioni_pon.models import (
    AreaFunzione,
    AttribuzioneFunzione,
    CommissarioFunzioni,
    DomandaFunzione,
    ParitaFunzione,
    ProceduraFunzioni,
)
from selezioni_pon.queries.funzioni.regole import area_di, per_area, regole_di
from selezioni_pon.queries.funzioni.visibili import collaboratori
from selezioni_pon.rules.funzioni_strumentali import modello as rules
from selezioni_pon.rules.funzioni_strumentali.attribuzione import (
    Attribuzione,
    Esaminata,
    attribuisci,
)
from selezioni_pon.rules.funzioni_strumentali.commissione import Seduta, chi_siede
from selezioni_pon.rules.funzioni_strumentali.domande import Ammissione, ammetti_domande
from selezioni_pon.rules.funzioni_strumentali.esame import punti, si_esamina
from selezioni_pon.rules.funzioni_strumentali.passi import Momento, passo


@dataclass(frozen=True)
class Quadro:
    """A procedure on a day. ``domande`` are those not withdrawn, with their titles."""

    procedura: ProceduraFunzioni
    oggi: date
    regole: rules.RegoleFunzioni
    aree: Sequence[AreaFunzione]
    domande: Sequence[DomandaFunzione]
    commissari: Sequence[CommissarioFunzioni]
    parita: Sequence[ParitaFunzione]
    attribuzioni: Sequence[AttribuzioneFunzione]
    collaborano: frozenset[int]

    @property
    def al(self) -> date:
        """The day on which the years are counted: the last of the applications."""
        scade = self.procedura.scade
        return timezone.localdate(scade) if scade else self.oggi

    @cached_property
    def ammissioni(self) -> dict[int, Ammissione]:
        """What becomes of each application, by its id."""
        giudicate = ammetti_domande(
            [self._per_le_regole(una) for una in self.domande],
            [str(uno.persona_id) for uno in self.commissari],
            self.al, self.regole,
        )  # fmt: skip
        return {una.pk: esito for una, esito in zip(self.domande, giudicate, strict=True)}

    @property
    def da_esaminare(self) -> list[DomandaFunzione]:
        """The applications of which the Commission has not said all."""
        return [
            una
            for una in self.domande
            if una.idoneo is None and si_esamina(self.ammissioni[una.pk])
        ]

    @cached_property
    def seduta(self) -> Seduta:
        """Who sits in the Commission: the members, the substitutes of who is absent."""
        effettivi, supplenti = (
            [str(uno.persona_id) for uno in self.commissari if uno.supplente is quale]
            for quale in (False, True)
        )
        assenti = [
            str(uno.persona_id) for uno in self.commissari if uno.assente_perche or uno.in_conflitto
        ]
        return chi_siede(effettivi, supplenti, assenti, self.regole)

    def siede(self, persona_id: int) -> bool:
        """Whether somebody examines the titles now."""
        return str(persona_id) in self.seduta.presenti

    def date_di(self, area: AreaFunzione) -> list[AttribuzioneFunzione]:
        """Who has an area, and did not leave it before its end."""
        return [
            una
            for una in self.attribuzioni
            if una.domanda.area_id == area.pk and una.cessata_il is None
        ]

    def ha_esito(self, area: AreaFunzione) -> bool:
        """Whether nothing of an area is to be decided."""
        return bool(area.senza_esito) or len(self.date_di(area)) >= area.posti

    def esito(self, area: AreaFunzione) -> Attribuzione:
        """To whom an area goes, or what is still needed."""
        voti = self._ultima(area, TipoParita.VOTO)
        estratti = {
            una.verbale: tuple(map(str, una.estratti))
            for una in self.parita
            if una.area_id == area.pk and una.tipo == TipoParita.SORTEGGIO
        }
        lasciate = {una.domanda_id for una in self.attribuzioni if una.cessata_il is not None}
        esaminate = [
            Esaminata(
                self._per_le_regole(una), bool(una.idoneo), punti_di(una),
                voti.voti.get(str(una.docente_id)) if voti else None,
            )
            for una in self.domande
            if una.area_id == area.pk
            and una.pk not in lasciate
            and self.ammissioni[una.pk].ammessa
        ]  # fmt: skip
        regole = per_area(self.regole, area.posti)
        return attribuisci(
            area_di(self.procedura, area), esaminate, self.al, regole, estratti or None
        )

    def di(self, area: AreaFunzione, docente_id: str) -> DomandaFunzione:
        """The application of a teacher for an area, by the id that the rules use."""
        return next(
            una
            for una in self.domande
            if una.area_id == area.pk and una.docente_id == int(docente_id)
        )

    def passo(self, adesso: datetime) -> PassoFunzioni:
        """Where the procedure stands."""
        procedura = self.procedura
        return passo(
            Momento(
                adesso, procedura.aperta_il, procedura.scade,
                procedura.lavori_chiusi_il is not None,
                sum(1 for una in self.aree if not self.ha_esito(una)), len(self.domande),
            )
        )  # fmt: skip

    def _ultima(self, area: AreaFunzione, tipo: TipoParita) -> ParitaFunzione | None:
        sue = [una for una in self.parita if una.area_id == area.pk and una.tipo == tipo]
        return sue[-1] if sue else None

    def _per_le_regole(self, una: DomandaFunzione) -> rules.DomandaFunzione:
        sigle = {area.pk: area.sigla for area in self.aree}
        return rules.DomandaFunzione(
            docente=str(una.docente_id),
            area=sigle[una.area_id],
            nascita=una.docente.data_nascita,
            nell_istituto_dal=una.dal,
            a_tempo_indeterminato=una.di_ruolo,
            collaboratore=una.docente_id in self.collaborano,
            nome=una.docente.nome_e_cognome,
        )


def punti_di(domanda: DomandaFunzione) -> Fraction:
    """The points of an application: its accepted titles. No query after ``quadro``."""
    return punti([uno.esito for uno in domanda.titoli.all()])


def quadro(procedura: ProceduraFunzioni, oggi: date) -> Quadro:
    """Read a procedure whole. Seven queries, one more for a draft."""
    aree = list(procedura.aree.order_by("sigla", "pk"))
    domande = (
        DomandaFunzione.objects.filter(area__procedura=procedura, ritirata_il__isnull=True)
        .select_related("docente", "protocollo")
        .prefetch_related("titoli")
        .order_by("docente__cognome", "docente__nome", "pk")
    )
    return Quadro(
        procedura=procedura,
        oggi=oggi,
        regole=regole_di(procedura, aree, oggi),
        aree=aree,
        domande=list(domande),
        commissari=list(procedura.commissari.select_related("persona")),
        parita=list(ParitaFunzione.objects.filter(area__procedura=procedura)),
        attribuzioni=list(
            AttribuzioneFunzione.objects.filter(domanda__area__procedura=procedura)
            .select_related("domanda__docente", "domanda__area", "documento", "protocollo")
            .order_by("domanda__area__sigla", "pk")
        ),
        collaborano=frozenset(collaboratori(procedura.istituto_id, oggi)),
    )
