"""Funzioni strumentali. Needs the institute set (``tenancy``)."""

from datetime import date, timedelta

from factory import LazyAttribute, Sequence

from cpia.norme.rules.conservati import da_conservare
from selezioni_pon import models
from selezioni_pon.enums import SpecieTitolo, TipoParita, TipoRelazione
from selezioni_pon.queries.funzioni.regole import parametri_funzioni
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    DiIstitutoFactory,
    PersonaFactory,
    nello_stesso,
)
from tests.factories.selezioni import DelProprietarioFactory

APERTA, SCADUTA = ADESSO - timedelta(days=20), ADESSO - timedelta(days=2)


class ProceduraFunzioniFactory(DiIstitutoFactory):
    """Opened; its term is over, the Commission has not closed."""

    class Meta:
        model = models.ProceduraFunzioni

    anno_scolastico = nello_stesso(AnnoScolasticoFactory)
    atto = Sequence(lambda n: f"delibera n. {n + 1} del Collegio dei docenti")
    regole = LazyAttribute(
        lambda riga: da_conservare(parametri_funzioni(riga.istituto.pk, ADESSO.date()))
    )
    creata_il = APERTA
    creata_da = nello_stesso(PersonaFactory)
    aperta_il = APERTA
    scade = SCADUTA


class AreaFunzioneFactory(DelProprietarioFactory):
    """Also of a procedure that is open: the application may not add one then."""

    class Meta:
        model = models.AreaFunzione

    procedura = nello_stesso(ProceduraFunzioniFactory)
    sigla = Sequence(lambda n: f"A{n}")
    titolo = "Progetti"


class CommissarioFunzioniFactory(DiIstitutoFactory):
    class Meta:
        model = models.CommissarioFunzioni

    procedura = nello_stesso(ProceduraFunzioniFactory)
    persona = nello_stesso(PersonaFactory)
    ordine = Sequence(lambda n: n + 1)


class DomandaFunzioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.DomandaFunzione

    area = nello_stesso(AreaFunzioneFactory)
    docente = nello_stesso(PersonaFactory, data_nascita=date(1980, 1, 1))
    nell_istituto_dal = date(2015, 9, 1)
    a_tempo_indeterminato = True
    presentata_il = SCADUTA


class TitoloFunzioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.TitoloFunzione

    domanda = nello_stesso(DomandaFunzioneFactory)
    numero = Sequence(lambda n: n + 1)
    specie = SpecieTitolo.FORMAZIONE.value
    testo = Sequence(lambda n: f"Corso {n}")


class ParitaFunzioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.ParitaFunzione

    area = nello_stesso(AreaFunzioneFactory)
    tipo = TipoParita.VOTO.value
    verbale = Sequence(lambda n: f"verbale n. {n}")
    registrata_il = ADESSO
    registrata_da = nello_stesso(PersonaFactory)


class AttribuzioneFunzioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.AttribuzioneFunzione

    domanda = nello_stesso(DomandaFunzioneFactory)
    dal = ADESSO.date()
    al = date(2024, 8, 31)
    attribuita_il = ADESSO
    attribuita_da = nello_stesso(PersonaFactory)


class RelazioneFunzioneFactory(DiIstitutoFactory):
    class Meta:
        model = models.RelazioneFunzione

    attribuzione = nello_stesso(AttribuzioneFunzioneFactory)
    tipo = TipoRelazione.INIZIALE.value
    testo = "Che cosa si farà."
    presentata_il = ADESSO
