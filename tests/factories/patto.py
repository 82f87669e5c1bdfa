"""Offers, applications, enrolled persons, dossiers and agreements of a CPIA.

Needs the institute set (``tenancy``).
"""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from factory import LazyAttribute, SelfAttribute, Sequence

from cpia.scuola.enums import TipoIstituto
from patto_formativo import models
from patto_formativo.enums import (
    Canale,
    Cittadinanza,
    Fascia,
    GenereOfferta,
    Natura,
    Percorso,
    StatoDomanda,
    TipoEvidenza,
)
from tests.conftest import come_proprietario
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    DiIstitutoFactory,
    IstitutoFactory,
    PersonaFactory,
    SedeFactory,
    nello_stesso,
)

ISCRITTO = date(2023, 10, 2)
NATO = date(1990, 5, 17)


class CpiaFactory(IstitutoFactory):
    tipo = TipoIstituto.CPIA
    denominazione = Sequence(lambda n: f"CPIA {n}")
    denominazione_breve = Sequence(lambda n: f"CPIA {n}")


class OffertaFactory(DiIstitutoFactory):
    class Meta:
        model = models.Offerta

    anno_scolastico = nello_stesso(AnnoScolasticoFactory)
    genere = GenereOfferta.PRIMO_PERIODO.value
    sede = nello_stesso(SedeFactory)
    fascia = Fascia.SERA.value
    giorni = "lunedì, mercoledì e giovedì"
    dalle = time(17)
    alle = time(20)
    aula = "aula 4"


class QuadroOrarioFactory(DiIstitutoFactory):
    """396 hours over the 22 competences, eighteen each."""

    class Meta:
        model = models.QuadroOrario
        django_get_or_create = ("istituto", "anno_scolastico", "percorso", "livello")

    anno_scolastico = nello_stesso(AnnoScolasticoFactory)
    percorso = Percorso.PRIMO_PERIODO.value
    livello = ""
    ore = LazyAttribute(lambda _: {f"C{numero}": "18" for numero in range(1, 23)})


class UnitaApprendimentoFactory(DiIstitutoFactory):
    class Meta:
        model = models.UnitaApprendimento

    quadro = nello_stesso(QuadroOrarioFactory)
    ordine = Sequence(lambda n: n + 1)
    titolo = Sequence(lambda n: f"Unità {n}")
    competenze = ("C1",)
    ore = Decimal(18)
    prova = "prova scritta"


class DomandaFactory(DiIstitutoFactory):
    """An application as it was presented online."""

    class Meta:
        model = models.DomandaIscrizione

    class Params:
        adesso = ADESSO

    offerta = nello_stesso(OffertaFactory)
    anno_scolastico = SelfAttribute("offerta.anno_scolastico")
    canale = Canale.ONLINE.value
    cognome = Sequence(lambda n: f"Cognome{n:04}")
    nome = "Nome"
    sesso = "F"
    data_nascita = NATO
    luogo_nascita = "Napoli"
    provincia_nascita = "NA"
    cittadinanza = Cittadinanza.ITALIANA.value
    telefono = "081 527 0000"
    email = Sequence(lambda n: f"corsista{n}@example.it")
    presentata_il = datetime(2023, 9, 18, 9, tzinfo=UTC)
    impronta_codice = Sequence(lambda n: f"{n:064x}")


class CorsistaFactory(DiIstitutoFactory):
    """An adult enrolled on the first period, with a tutor; ``persona`` has a login."""

    class Meta:
        model = models.Corsista

    persona = nello_stesso(PersonaFactory, data_nascita=NATO, con_accesso=True)
    offerta = nello_stesso(OffertaFactory)
    anno_scolastico = SelfAttribute("offerta.anno_scolastico")
    domanda = nello_stesso(
        DomandaFactory,
        persona=SelfAttribute("..persona"),
        offerta=SelfAttribute("..offerta"),
        stato=StatoDomanda.PERFEZIONATA.value,
        accolta_il=ADESSO,
        pagata_il=ISCRITTO,
        pagamento="PagoPA",
    )
    iscritto_il = ISCRITTO
    tutor = nello_stesso(PersonaFactory, con_accesso=True)
    tutor_dal = ISCRITTO


class DossierFactory(DiIstitutoFactory):
    class Meta:
        model = models.Dossier

    corsista = nello_stesso(CorsistaFactory)
    richiesto_il = ISCRITTO


class EvidenzaFactory(DiIstitutoFactory):
    class Meta:
        model = models.Evidenza

    dossier = nello_stesso(DossierFactory)
    ordine = Sequence(lambda n: n + 1)
    tipo = TipoEvidenza.CERTIFICAZIONE_ITALIANO.value
    natura = Natura.FORMALE.value
    titolo = "CELI 2, livello B1"
    richieste = LazyAttribute(lambda _: {"C1": "18"})
    inserita_da = nello_stesso(PersonaFactory)
    inserita_il = ADESSO


class PattoFactory(DiIstitutoFactory):
    class Meta:
        model = models.Patto

    corsista = nello_stesso(CorsistaFactory)
    creato_il = ADESSO


class VersioneFactory(DiIstitutoFactory):
    """A draft of the first version: 400 − 40 hours, no credit, no unit yet."""

    class Meta:
        model = models.Versione

    patto = nello_stesso(PattoFactory)
    numero = 1
    ore_totali = Decimal(400)
    ore_accoglienza = Decimal(40)
    ore = LazyAttribute(lambda _: {f"C{numero}": "18" for numero in range(1, 23)})
    preparata_da = SelfAttribute("patto.corsista.tutor")
    modificata_il = ADESSO


class UnitaDelPattoFactory(DiIstitutoFactory):
    class Meta:
        model = models.UnitaDelPatto

    versione = nello_stesso(VersioneFactory)
    unita = nello_stesso(UnitaApprendimentoFactory)
    titolo = SelfAttribute("unita.titolo")
    ordine = Sequence(lambda n: n + 1)
    competenze = ("C1",)
    ore = Decimal(18)
    prova = "prova scritta"

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        """Written by the owner: the application may not add a unit to what is approved."""
        with come_proprietario():
            return super()._create(model_class, *args, **kwargs)


class GruppoFactory(DiIstitutoFactory):
    class Meta:
        model = models.Gruppo

    anno_scolastico = nello_stesso(AnnoScolasticoFactory)
    nome = Sequence(lambda n: f"Gruppo {n}")
    percorso = Percorso.PRIMO_PERIODO.value
    sede = nello_stesso(SedeFactory)


class DocenteGruppoFactory(DiIstitutoFactory):
    class Meta:
        model = models.DocenteGruppo

    gruppo = nello_stesso(GruppoFactory)
    persona = nello_stesso(PersonaFactory, con_accesso=True)


class MembroFactory(DiIstitutoFactory):
    class Meta:
        model = models.Membro

    gruppo = nello_stesso(GruppoFactory)
    corsista = nello_stesso(CorsistaFactory)
    dal = ISCRITTO


class LezioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.Lezione

    gruppo = nello_stesso(GruppoFactory)
    unita = nello_stesso(UnitaApprendimentoFactory)
    giorno = date(2024, 5, 6)
    dalle = time(17)
    ore = Decimal(3)
    docente = nello_stesso(PersonaFactory)
    registrata_il = ADESSO
