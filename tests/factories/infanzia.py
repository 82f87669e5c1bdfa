"""Lists of enrolments at the scuola dell’infanzia. Needs the institute set (``tenancy``)."""

from datetime import date

from factory import LazyAttribute, SelfAttribute, Sequence, SubFactory

from cpia.norme.rules.conservati import da_conservare
from selezioni_pon import models
from selezioni_pon.enums import StatoPosto, TipoVersione
from selezioni_pon.queries.infanzia.regole import criteri_spediti, parametri_infanzia
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    DiIstitutoFactory,
    PersonaFactory,
    SedeFactory,
    nello_stesso,
)

# For the year that begins after the day of the tests, 5 June 2024.
ANNO, ENTRO = 2024, date(2024, 2, 10)
NATO, IN_ANTICIPO = date(2021, 6, 1), date(2022, 2, 1)


class ElencoInfanziaFactory(DiIstitutoFactory):
    """Opened, with the rules of its day; its term is over."""

    class Meta:
        model = models.ElencoInfanzia

    anno_scolastico = nello_stesso(AnnoScolasticoFactory, inizio=ANNO)
    sede = nello_stesso(SedeFactory)
    entro = ENTRO
    criteri = LazyAttribute(lambda _: criteri_spediti())
    regole = LazyAttribute(
        lambda riga: da_conservare(parametri_infanzia(riga.istituto.pk, ADESSO.date()))
    )
    aperto_il = ADESSO
    aperto_da = nello_stesso(PersonaFactory)


class SezioneInfanziaFactory(DiIstitutoFactory):
    class Meta:
        model = models.SezioneInfanzia

    elenco = nello_stesso(ElencoInfanziaFactory)
    nome = Sequence(lambda n: f"Sezione {n}")


class DomandaInfanziaFactory(DiIstitutoFactory):
    """In time, without titles."""

    class Meta:
        model = models.DomandaInfanzia

    elenco = nello_stesso(ElencoInfanziaFactory)
    numero = Sequence(lambda n: n + 1)
    bambino = nello_stesso(PersonaFactory, data_nascita=NATO)
    presentata_il = ENTRO
    registrata_il = ADESSO
    registrata_da = nello_stesso(PersonaFactory)


class TitoloInfanziaFactory(DiIstitutoFactory):
    class Meta:
        model = models.TitoloInfanzia

    domanda = nello_stesso(DomandaInfanziaFactory)
    voce = "A.1"


class VersioneInfanziaFactory(DiIstitutoFactory):
    """Provisional, without its paper."""

    class Meta:
        model = models.VersioneInfanzia

    elenco = nello_stesso(ElencoInfanziaFactory)
    numero = Sequence(lambda n: n + 1)
    tipo = TipoVersione.PROVVISORIA.value
    posti = 26
    osservazioni_entro = date(2024, 6, 10)
    formata_il = ADESSO
    formata_da = nello_stesso(PersonaFactory)


class RigaInfanziaFactory(DiIstitutoFactory):
    class Meta:
        model = models.RigaInfanzia

    versione = nello_stesso(VersioneInfanziaFactory)
    domanda = SubFactory(
        DomandaInfanziaFactory,
        istituto=SelfAttribute("..istituto"), elenco=SelfAttribute("..versione.elenco"),
    )  # fmt: skip
    ordine = Sequence(lambda n: n + 1)
    stato = StatoPosto.AMMESSO.value
    posizione = 1
    punti = 0
