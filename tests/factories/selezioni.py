"""Grids, projects, selections and calls. Needs the institute set (``tenancy``)."""

from copy import deepcopy
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from factory import LazyAttribute, SelfAttribute, Sequence, Trait

from cpia.norme.rules.conservati import da_conservare
from cpia.scuola.parole import ROMA
from selezioni_pon import models
from selezioni_pon.enums import Fase, MotivoImpossibilita, StatoAvviso
from selezioni_pon.griglie import dati_interi
from selezioni_pon.queries.regole import parametri_del_giorno
from tests.conftest import come_proprietario
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    DiIstitutoFactory,
    PersonaFactory,
    nello_stesso,
)

SPEDITA = "ic-pinocchio-2018/tutor-interno"
# The call stays open for more days than any phase asks; 5 June 2024 is the day of the tests.
SCADE = datetime(2024, 6, 26, 23, 59, 59, tzinfo=ROMA)
PUBBLICATO = ADESSO - timedelta(days=2)
# For a call whose term is over.
PRIMA = ADESSO - timedelta(days=40)
SCADUTO = ADESSO - timedelta(days=3)


class DelProprietarioFactory(DiIstitutoFactory):
    """Written by the owner: the application may not change what is published."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        with come_proprietario():
            return super()._create(model_class, *args, **kwargs)


class GrigliaFactory(DiIstitutoFactory):
    """One of those shipped, copied; no call has closed it."""

    class Meta:
        model = models.Griglia

    class Params:
        chiusa = Trait(chiusa_il=PUBBLICATO)

    titolo = Sequence(lambda n: f"Tutor interno {n}")
    fonte = "Consiglio d’istituto, delibera n. 12 del 10 maggio 2024"
    origine = SPEDITA
    dati = LazyAttribute(
        lambda riga: deepcopy(dati_interi(SPEDITA)) | {"titolo": riga.titolo, "fonte": riga.fonte}
    )
    modificata_il = PUBBLICATO
    modificata_da = nello_stesso(PersonaFactory)


class ProgettoFactory(DiIstitutoFactory):
    """Paid with public money, with the codes and the words that a call needs."""

    class Meta:
        model = models.Progetto

    anno_scolastico = nello_stesso(AnnoScolasticoFactory)
    titolo = Sequence(lambda n: f"Competenze di base {n}")
    codice = "10.2.2A-FSEPON-MA-2017-41"
    cup = "G34D21000910006"
    finanziato = True
    finalita = "Recupero della matematica"
    attivita = "Laboratori pomeridiani"
    prodotti = "Un quaderno di esercizi"
    disponibilita = Decimal("5000.00")


class SelezioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.Selezione

    progetto = nello_stesso(ProgettoFactory)
    ruolo = Sequence(lambda n: f"Tutor {n}")
    posti = 2


class AvvisoFactory(DelProprietarioFactory):
    """A draft with everything that it needs; the traits take it further."""

    class Meta:
        model = models.Avviso

    class Params:
        pubblicato = Trait(
            stato=StatoAvviso.PUBBLICATO.value,
            griglia=nello_stesso(GrigliaFactory, chiusa=True),
            pubblicato_il=PUBBLICATO,
            pubblicato_da=nello_stesso(PersonaFactory),
            regole=LazyAttribute(
                lambda avviso: da_conservare(
                    parametri_del_giorno(avviso.istituto.pk, PUBBLICATO.date())
                )
            ),
        )
        scaduto = Trait(pubblicato=True, pubblicato_il=PRIMA, scade=SCADUTO)
        concluso = Trait(scaduto=True, stato=StatoAvviso.CONCLUSO.value)
        revocato = Trait(
            pubblicato=True,
            stato=StatoAvviso.REVOCATO.value,
            revocato_il=ADESSO - timedelta(days=1),
            motivo_revoca="Il progetto non è più finanziato",
        )

    selezione = nello_stesso(SelezioneFactory)
    fase = Fase.INTERNI.value
    griglia = nello_stesso(GrigliaFactory)
    posti = SelfAttribute("selezione.posti")
    ore = Decimal("30.00")
    compenso_minimo = Decimal("30.00")
    compenso_massimo = Decimal("30.00")
    dal = date(2024, 9, 16)
    al = date(2024, 12, 20)
    luogo = "sede centrale"
    ordine_scolastico = "scuola secondaria di primo grado"
    titoli_di_studio = "diploma di scuola secondaria di secondo grado"
    come_si_presenta = "dal portale della scuola"
    responsabile = nello_stesso(PersonaFactory)
    scade = SCADE
    modificato_il = PUBBLICATO


class ImpossibilitaFactory(DiIstitutoFactory):
    """Nobody applied."""

    class Meta:
        model = models.Impossibilita

    avviso = nello_stesso(AvvisoFactory, concluso=True)
    motivo = MotivoImpossibilita.NESSUNA_DOMANDA.value
    atto = "decreto n. 41"
    accertata_il = ADESSO.date()
    registrata_il = ADESSO
    registrata_da = nello_stesso(PersonaFactory)
