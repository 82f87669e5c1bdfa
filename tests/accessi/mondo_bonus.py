"""The merit bonus of each institute: one procedure a year, each in another state.

``docente`` (class A) and ``docente_di_b`` (class B) take part in all of them; ``coordinatrice``,
``coordinatore_di_b``, ``tutor``, ``coordinatrice_sede`` and ``collaboratore`` could and do not;
``comitato`` sits in the Comitato and has no other part. An entry of the matrix says
``oggetto=da_bonus(lambda b: b.richiesta)`` for what is of one who takes part, or
``della_scuola(lambda m: m.aperta)`` for what the institute has.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile

from bonus_merito import models
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.enums import TipoOrgano, Titolo
from organi_collegiali.models import Delibera, OrganoCollegiale
from tests.accessi.righe_patto import PDF, documento
from tests.conftest import come_proprietario
from tests.factories import bonus as fabbriche
from tests.factories.organi import DeliberaFactory, MandatoFactory, OrganoFactory
from tests.factories.scuola import AnnoScolasticoFactory

# Groups of the cast, for the entries.
DIRIGENTE = frozenset({"dirigente"})
UFFICIO = frozenset({"dsga", "segretaria", "segretaria_personale", "segretaria_protocollo"})
PREPARANO = DIRIGENTE | UFFICIO
CONTROLLANO = DIRIGENTE | {"dsga", "segretaria_personale"}
COMITATO = frozenset({"comitato"})
PARTECIPANO = frozenset({"docente", "docente_di_b"})
# Who may ask, being a teacher today; ``in_due`` is tutor here.
INTERESSATI = PARTECIPANO | {
    "coordinatrice", "coordinatore_di_b", "tutor", "coordinatrice_sede", "collaboratore", "in_due",
}  # fmt: skip
# Before what belongs to one who takes part: of class A, whose request it is.
PROPRIO = frozenset({"docente"})
# Who has a part in the bonus of the school.
CON_PARTE = PREPARANO | COMITATO | INTERESSATI


@dataclass(frozen=True)
class BonusDelMondo:
    """What is of one who takes part."""

    da_inviare: models.Richiesta  # of the open procedure, a draft
    attivita: models.Attivita  # of it
    prova: models.Prova  # of it, with its file
    richiesta: models.Richiesta  # sent, being assessed
    dichiarata: models.Attivita  # of ``richiesta``, not judged yet
    prova_dichiarata: models.Prova  # of it, with its file
    requisiti: models.Requisiti  # of the same person
    decretata: models.Richiesta  # of the decreed procedure, judged
    assegnazione: models.Assegnazione  # of it, with its letter
    pubblicata: models.Richiesta  # of the published procedure, judged
    istanza: models.Istanza  # on the published procedure, not answered


@dataclass(frozen=True)
class MondoBonus:
    """What an institute has."""

    comitato: OrganoCollegiale
    delibera: Delibera  # of the Comitato
    criteri: models.Criteri  # adopted, of the open procedure
    bozza_criteri: models.Criteri  # of another year
    area: models.AreaDeiCriteri  # of the draft
    criterio: models.Criterio  # of the draft
    indicatore: models.Indicatore  # of the draft
    fondo: models.Fondo
    bozza: models.Procedura
    aperta: models.Procedura
    in_valutazione: models.Procedura
    decretata: models.Procedura
    pubblicata: models.Procedura
    a: BonusDelMondo
    b: BonusDelMondo


def bonus(istituto: Istituto, cast: dict[str, Persona]) -> MondoBonus:
    """That of an institute, which PostgreSQL has been told of."""
    comitato = OrganoFactory(
        istituto=istituto, tipo=TipoOrgano.COMITATO, nome="Comitato di valutazione"
    )
    MandatoFactory(
        istituto=istituto, organo=comitato, persona=cast["comitato"], titolo=Titolo.NOMINATO
    )
    di_qui = {"istituto": istituto}
    altro = AnnoScolasticoFactory(**di_qui, inizio=2018)
    bozza_criteri = fabbriche.CriteriFactory(**di_qui, anno_scolastico=altro, bozza=True)
    area = fabbriche.AreaDeiCriteriFactory(**di_qui, criteri=bozza_criteri)
    criterio = fabbriche.CriterioFactory(**di_qui, area=area)
    anni = _procedure(istituto, cast)
    return MondoBonus(
        comitato=comitato,
        delibera=DeliberaFactory(**di_qui, organo=comitato),
        criteri=anni["aperta"].criteri,
        bozza_criteri=bozza_criteri,
        area=area,
        criterio=criterio,
        indicatore=fabbriche.IndicatoreFactory(**di_qui, criterio=criterio),
        fondo=anni["aperta"].fondo,
        **anni,
        a=_di_chi(anni, cast["docente"], cast),
        b=_di_chi(anni, cast["docente_di_b"], cast),
    )


def _procedure(istituto: Istituto, cast: dict[str, Persona]) -> dict[str, models.Procedura]:
    """One a year, each further than the next: the bonus of 2020 is published."""
    chi = cast["dirigente"]

    def procedura(inizio: int, **stato: Any) -> models.Procedura:
        anno = AnnoScolasticoFactory(istituto=istituto, inizio=inizio)
        return fabbriche.ProceduraFactory(
            istituto=istituto,
            fondo=fabbriche.FondoFactory(istituto=istituto, anno_scolastico=anno),
            criteri=fabbriche.CriteriFactory(istituto=istituto, anno_scolastico=anno),
            **stato,
        )

    def carte() -> dict[str, Any]:
        return {
            "decretata_da": chi,
            "decreto": documento(istituto, "decreto_bonus"),
            "prospetto": documento(istituto, "prospetto_bonus"),
        }

    return {
        "bozza": procedura(2019),
        "pubblicata": procedura(2020, pubblicata=True, **carte()),
        "decretata": procedura(2021, decretata=True, **carte()),
        "in_valutazione": procedura(2022, in_valutazione=True),
        "aperta": procedura(2023, aperta=True),
    }


def _di_chi(
    anni: dict[str, models.Procedura], chi: Persona, cast: dict[str, Persona]
) -> BonusDelMondo:
    """The requests of one person, one a procedure, with what hangs on them."""
    fatto = _Fatto(chi, cast)
    da_inviare = fatto.richiesta(anni["aperta"], bozza=True)
    richiesta = fatto.richiesta(anni["in_valutazione"])
    attivita, dichiarata = fatto.attivita(da_inviare), fatto.attivita(richiesta)
    decretata, assegnazione = fatto.decretata(anni["decretata"])
    pubblicata, _ = fatto.decretata(anni["pubblicata"])
    return BonusDelMondo(
        da_inviare=da_inviare,
        attivita=attivita,
        prova=fatto.prova(attivita),
        richiesta=richiesta,
        dichiarata=dichiarata,
        prova_dichiarata=fatto.prova(dichiarata),
        requisiti=fatto.requisiti(anni["in_valutazione"]),
        decretata=decretata,
        assegnazione=assegnazione,
        pubblicata=pubblicata,
        istanza=fabbriche.IstanzaFactory(
            istituto=chi.istituto, procedura=anni["pubblicata"], persona=chi
        ),
    )


@dataclass(frozen=True)
class _Fatto:
    """Makes the rows of one person."""

    chi: Persona
    cast: dict[str, Persona]

    @property
    def di(self) -> dict[str, Istituto]:
        return {"istituto": self.chi.istituto}

    def richiesta(self, procedura: models.Procedura, **stato: Any) -> models.Richiesta:
        return fabbriche.RichiestaFactory(**self.di, procedura=procedura, persona=self.chi, **stato)

    def attivita(self, richiesta: models.Richiesta, **stato: Any) -> models.Attivita:
        return fabbriche.AttivitaFactory(**self.di, richiesta=richiesta, **stato)

    def prova(self, attivita: models.Attivita) -> models.Prova:
        """A file with its bytes."""
        riga = fabbriche.ProvaFactory.build(**self.di, attivita=attivita, file="")
        riga.impronta, riga.byte = hashlib.sha256(PDF).hexdigest(), len(PDF)
        with come_proprietario():
            riga.file.save(f"prova-{attivita.pk}.pdf", ContentFile(PDF), save=True)
        return riga

    def requisiti(self, procedura: models.Procedura) -> models.Requisiti:
        return fabbriche.RequisitiFactory(
            **self.di, procedura=procedura, persona=self.chi,
            controllati_da=self.cast["segretaria_personale"],
        )  # fmt: skip

    def decretata(
        self, procedura: models.Procedura
    ) -> tuple[models.Richiesta, models.Assegnazione]:
        """A request judged and decreed, with the letter."""
        richiesta = self.richiesta(procedura)
        self.attivita(richiesta, giudicata=True)
        self.requisiti(procedura)
        fabbriche.ValutazioneFactory(
            **self.di, richiesta=richiesta, valutata_da=self.cast["dirigente"]
        )
        assegnazione = fabbriche.AssegnazioneFactory(
            **self.di, richiesta=richiesta,
            lettera=documento(self.chi.istituto, "lettera_bonus"),
        )  # fmt: skip
        return richiesta, assegnazione


def da_bonus(quale: Callable[[BonusDelMondo], object]) -> Callable[..., list[object]]:
    """The ids that an entry of the matrix asks for; more than one as a tuple."""

    def oggetto(scuola, classe) -> list[object]:
        return _ids(quale(scuola.bonus.a if classe is scuola.a else scuola.bonus.b))

    return oggetto


def della_scuola(quale: Callable[[MondoBonus], object]) -> Callable[..., list[object]]:
    """The same for what the whole institute has."""

    def oggetto(scuola, classe) -> list[object]:
        return _ids(quale(scuola.bonus))

    return oggetto


def _ids(trovato: object) -> list[object]:
    righe = trovato if isinstance(trovato, tuple) else (trovato,)
    return [riga if isinstance(riga, str) else riga.pk for riga in righe]
