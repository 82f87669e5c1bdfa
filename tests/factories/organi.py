"""Organs, sittings and their members. Needs the institute set (``tenancy``)."""

from datetime import date, timedelta

from factory import LazyAttribute, SelfAttribute, Sequence
from factory.declarations import Trait

from organi_collegiali import models
from organi_collegiali.enums import (
    Componente,
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    RegolaPresidente,
    RegolaSegretario,
    StatoSeduta,
    TipoOrgano,
    Titolo,
)
from tests.factories.scuola import ADESSO, DiIstitutoFactory, PersonaFactory, nello_stesso

COSTITUITO = date(2021, 11, 15)


class OrganoFactory(DiIstitutoFactory):
    class Meta:
        model = models.OrganoCollegiale

    tipo = TipoOrgano.CONSIGLIO_ISTITUTO
    nome = Sequence(lambda n: f"Consiglio d’istituto {n}")
    regola_presidente = RegolaPresidente.ELETTO_GENITORI
    regola_segretario = RegolaSegretario.NOMINATO
    dal = COSTITUITO
    rinnovato_il = COSTITUITO


class MandatoFactory(DiIstitutoFactory):
    class Meta:
        model = models.Mandato

    organo = nello_stesso(OrganoFactory)
    persona = nello_stesso(PersonaFactory)
    componente = Componente.DOCENTI
    titolo = Titolo.ELETTO
    dal = COSTITUITO


class ElezioneFactory(DiIstitutoFactory):
    """An election of two parents, with no list: voted and not proclaimed."""

    class Meta:
        model = models.Elezione

    organo = nello_stesso(OrganoFactory)
    componente = Componente.GENITORI
    posti = 2
    votata_il = ADESSO.date()
    dal = ADESSO.date()


class CandidaturaFactory(DiIstitutoFactory):
    class Meta:
        model = models.Candidatura

    elezione = nello_stesso(ElezioneFactory)
    persona = nello_stesso(PersonaFactory)
    ordine = Sequence(lambda n: n + 1)


class SedutaFactory(DiIstitutoFactory):
    """A draft; the traits take it further. ``organo`` comes first: it says the institute."""

    class Meta:
        model = models.Seduta

    class Params:
        convocata = Trait(
            stato=StatoSeduta.CONVOCATA,
            numero=Sequence(lambda n: n + 1),
            inizio_previsto=ADESSO + timedelta(days=7),
        )
        in_corso = Trait(
            stato=StatoSeduta.IN_CORSO,
            numero=Sequence(lambda n: n + 1),
            inizio_previsto=ADESSO - timedelta(hours=1),
            aperta_il=ADESSO - timedelta(hours=1),
            in_carica=19,
        )
        chiusa = Trait(
            stato=StatoSeduta.CHIUSA,
            numero=Sequence(lambda n: n + 1),
            inizio_previsto=ADESSO - timedelta(days=30),
            aperta_il=ADESSO - timedelta(days=30),
            chiusa_il=ADESSO - timedelta(days=30) + timedelta(hours=2),
            in_carica=19,
        )

    organo = nello_stesso(OrganoFactory)
    luogo = "Aula magna"
    preparata_da = nello_stesso(PersonaFactory)
    modificata_il = ADESSO


class PuntoFactory(DiIstitutoFactory):
    class Meta:
        model = models.Punto

    seduta = nello_stesso(SedutaFactory)
    ordine = Sequence(lambda n: n + 1)
    titolo = Sequence(lambda n: f"Variazioni al Programma annuale {n}")
    natura = NaturaPunto.DELIBERA


class ConvocatoFactory(DiIstitutoFactory):
    """A member convened; ``seduta`` and ``mandato`` are of the same organ when both are given."""

    class Meta:
        model = models.Convocato

    seduta = nello_stesso(SedutaFactory)
    mandato = LazyAttribute(
        lambda riga: MandatoFactory(istituto=riga.istituto, organo=riga.seduta.organo)
    )
    persona = SelfAttribute("mandato.persona")
    componente = SelfAttribute("mandato.componente")


class MovimentoFactory(DiIstitutoFactory):
    class Meta:
        model = models.Movimento

    convocato = nello_stesso(ConvocatoFactory)
    quando = ADESSO - timedelta(hours=1)
    entra = True


class VotazioneFactory(DiIstitutoFactory):
    """An open vote by show of hands."""

    class Meta:
        model = models.Votazione

    punto = nello_stesso(PuntoFactory)
    genere = GenereVotazione.PROPOSTA
    testo = "Si approva la proposta."
    forma = FormaVotazione.PALESE
    modo = ModoVotazione.ALZATA
    in_carica = 19
    presenti = 14
    numero_legale = 10
    aperta_il = ADESSO


class DeliberaFactory(DiIstitutoFactory):
    class Meta:
        model = models.Delibera

    organo = nello_stesso(OrganoFactory)
    numero = Sequence(lambda n: n + 1)
    adottata_il = ADESSO
    oggetto = Sequence(lambda n: f"Criteri per la selezione di esperti {n}")
    testo = "di approvare i criteri"
    forma = FormaVotazione.PALESE
    come = "all’unanimità"


class VerbaleFactory(DiIstitutoFactory):
    class Meta:
        model = models.Verbale

    seduta = nello_stesso(SedutaFactory, chiusa=True)
