"""Criteria, money, procedures, requests and outcomes. Needs the institute set (``tenancy``)."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from factory import LazyAttribute, LazyAttributeSequence, SelfAttribute, Sequence, Trait

from bonus_merito import models
from bonus_merito.enums import (
    Area,
    Categoria,
    FonteRisorse,
    Gruppo,
    Lordo,
    Metodo,
    StatoCriteri,
    StatoProcedura,
    StatoRichiesta,
    TipoIstanza,
)
from bonus_merito.queries.regole import parametri_del_giorno
from cpia.atti.enums import CategoriaAlbo
from cpia.atti.models import Pubblicazione
from cpia.norme.rules.conservati import da_conservare
from tests.conftest import come_proprietario
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    DiIstitutoFactory,
    PersonaFactory,
    nello_stesso,
)

APERTA = ADESSO - timedelta(days=30)
CHIUSA = ADESSO - timedelta(days=5)
DECRETATA = ADESSO - timedelta(days=1)


class DelProprietarioFactory(DiIstitutoFactory):
    """Written by the owner: the application may not add to what is adopted or decreed."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        with come_proprietario():
            return super()._create(model_class, *args, **kwargs)


class CriteriFactory(DiIstitutoFactory):
    """Adopted on an act of before; those of a year and a category are made once."""

    class Meta:
        model = models.Criteri
        django_get_or_create = ("istituto", "anno_scolastico", "categoria", "stato")

    class Params:
        bozza = Trait(stato=StatoCriteri.BOZZA.value, atto="", adottati_il=None)

    anno_scolastico = nello_stesso(AnnoScolasticoFactory)
    categoria = Categoria.DOCENTI.value
    stato = StatoCriteri.ADOTTATI.value
    titolo = "Criteri per la valorizzazione del merito"
    individuazione = ("le griglie dei docenti",)
    livelli = LazyAttribute(lambda _: {"1": "ottimo", "2": "buono", "3": "sufficiente"})
    atto = "decreto n. 334"
    adottati_il = LazyAttribute(lambda criteri: date(criteri.anno_scolastico.inizio, 9, 30))
    modificati_il = APERTA


class AreaDeiCriteriFactory(DelProprietarioFactory):
    class Meta:
        model = models.AreaDeiCriteri
        django_get_or_create = ("istituto", "criteri", "area")

    criteri = nello_stesso(CriteriFactory)
    area = Area.A.value
    testo = LazyAttribute(lambda area: Area(area.area).etichetta)


class CriterioFactory(DelProprietarioFactory):
    """The first criterion of A1 in its area."""

    class Meta:
        model = models.Criterio
        django_get_or_create = ("istituto", "area", "ordine")

    area = nello_stesso(AreaDeiCriteriFactory)
    codice = LazyAttribute(lambda criterio: f"{criterio.area.area}1")
    titolo = "Qualità dell’insegnamento"
    ordine = 1
    testo = "Innova la didattica"


class IndicatoreFactory(DelProprietarioFactory):
    class Meta:
        model = models.Indicatore

    criterio = nello_stesso(CriterioFactory)
    ordine = Sequence(lambda n: n + 1)
    testo = "Ha condotto attività laboratoriali"
    strumenti = "relazione del docente"


class FondoFactory(DiIstitutoFactory):
    """10,450.00 € for the teachers; one a year."""

    class Meta:
        model = models.Fondo
        django_get_or_create = ("istituto", "anno_scolastico")

    anno_scolastico = nello_stesso(AnnoScolasticoFactory)
    fonte = FonteRisorse.COMITATO.value
    importo = Decimal("10450.00")
    quota_docenti = Decimal("10450.00")
    lordo = Lordo.DIPENDENTE.value


class ProceduraFactory(DiIstitutoFactory):
    """In preparation; the traits take it further, with the rules of the day of opening."""

    class Meta:
        model = models.Procedura

    class Params:
        aperta = Trait(
            stato=StatoProcedura.APERTA.value,
            aperta_il=APERTA,
            scade=ADESSO + timedelta(days=10),
            in_servizio=47,
            regole=LazyAttribute(
                lambda procedura: da_conservare(
                    parametri_del_giorno(procedura.istituto.pk, APERTA.date())
                )
            ),
        )
        in_valutazione = Trait(
            aperta=True,
            stato=StatoProcedura.IN_VALUTAZIONE.value,
            scade=CHIUSA,
            chiusa_il=CHIUSA,
        )
        decretata = Trait(
            in_valutazione=True,
            stato=StatoProcedura.DECRETATA.value,
            metodo=Metodo.QUOTE_UGUALI.value,
            decretata_il=DECRETATA,
            decretata_da=nello_stesso(PersonaFactory),
        )
        pubblicata = Trait(decretata=True, stato=StatoProcedura.PUBBLICATA.value)

    fondo = nello_stesso(FondoFactory)
    criteri = nello_stesso(CriteriFactory, anno_scolastico=SelfAttribute("..fondo.anno_scolastico"))
    categoria = Categoria.DOCENTI.value


class RequisitiFactory(DelProprietarioFactory):
    """Tenured, never absent, no sanction."""

    class Meta:
        model = models.Requisiti

    procedura = nello_stesso(ProceduraFactory, in_valutazione=True)
    persona = nello_stesso(PersonaFactory)
    giorni_lavorativi = 200
    controllati_il = CHIUSA
    controllati_da = nello_stesso(PersonaFactory)


class RichiestaFactory(DelProprietarioFactory):
    """Sent before the term; ``persona`` has a login."""

    class Meta:
        model = models.Richiesta

    class Params:
        bozza = Trait(stato=StatoRichiesta.BOZZA.value, inviata_il=None)

    procedura = nello_stesso(ProceduraFactory, in_valutazione=True)
    persona = nello_stesso(PersonaFactory, con_accesso=True)
    stato = StatoRichiesta.INVIATA.value
    gruppo = Gruppo.PRIMO_PERIODO.value
    cominciata_il = APERTA + timedelta(days=1)
    inviata_il = APERTA + timedelta(days=2)


class AttivitaFactory(DelProprietarioFactory):
    """Declared under the first criterion of area A of the procedure, not judged yet."""

    class Meta:
        model = models.Attivita

    class Params:
        giudicata = Trait(
            confermata=True,
            livello=1,
            punti=Decimal("36.00"),
            motivo="Documentata e riuscita",
            giudicata_il=CHIUSA,
        )

    richiesta = nello_stesso(RichiestaFactory)
    criterio = nello_stesso(
        CriterioFactory,
        area=nello_stesso(
            AreaDeiCriteriFactory, criteri=SelfAttribute("...richiesta.procedura.criteri")
        ),
    )
    ordine = Sequence(lambda n: n + 1)
    titolo = Sequence(lambda n: f"Laboratorio di lettura {n}")
    testo = "Un laboratorio di dieci incontri, aperto a tutti i gruppi."


class ProvaFactory(DelProprietarioFactory):
    """A file of the teacher; its bytes are put by who needs them."""

    class Meta:
        model = models.Prova

    attivita = nello_stesso(AttivitaFactory)
    titolo = "Relazione finale"
    file = LazyAttributeSequence(lambda prova, n: f"bonus/{prova.istituto.pk}/{n}.pdf")
    nome_file = "relazione.pdf"
    tipo_contenuto = "application/pdf"
    impronta = Sequence(lambda n: f"{n:064x}")
    byte = 1200
    caricata_il = APERTA


class ValutazioneFactory(DelProprietarioFactory):
    """The whole assessment of a request, said complete."""

    class Meta:
        model = models.Valutazione

    richiesta = nello_stesso(RichiestaFactory)
    motivazione = "Ha innovato la didattica con continuità."
    completa_il = CHIUSA
    valutata_da = nello_stesso(PersonaFactory)


class ParitaFactory(DelProprietarioFactory):
    class Meta:
        model = models.Parita

    procedura = nello_stesso(ProceduraFactory, in_valutazione=True)
    pari = ()
    scelte = ()
    motivo = "Prevale chi ha più incarichi."
    decisa_il = CHIUSA
    decisa_da = nello_stesso(PersonaFactory)


class AssegnazioneFactory(DelProprietarioFactory):
    """Paid in the highest band."""

    class Meta:
        model = models.Assegnazione

    richiesta = nello_stesso(RichiestaFactory, procedura__decretata=True)
    procedura = SelfAttribute("richiesta.procedura")
    ordine = Sequence(lambda n: n + 1)
    percentuale = Decimal("90.5")
    fascia = 3
    importo = Decimal("387.04")
    motivazione = "Ha innovato la didattica con continuità."


class IstanzaFactory(DiIstitutoFactory):
    """A complaint that waits for its answer."""

    class Meta:
        model = models.Istanza

    procedura = nello_stesso(ProceduraFactory, decretata=True)
    persona = nello_stesso(PersonaFactory, con_accesso=True)
    tipo = TipoIstanza.RECLAMO.value
    testo = "Chiedo di rivedere il giudizio sul laboratorio."
    presentata_il = ADESSO - timedelta(hours=2)
    rispondere_entro = ADESSO.date() + timedelta(days=30)
    chiave = Sequence(lambda n: f"modulo-{n}")


def all_albo(criteri: models.Criteri) -> Pubblicazione:
    """Put criteria on the albo, where they stand today; its number is of a year nobody uses."""
    giorno = ADESSO.date()
    criteri.pubblicazione = Pubblicazione.objects.create(
        istituto=criteri.istituto, oggetto=criteri.titolo, con_dati_personali=False,
        categoria=CategoriaAlbo.ORGANI, dal=giorno, al=giorno + timedelta(days=15), anno=2000,
        numero=criteri.pk, registrata_il=ADESSO,
        responsabile=PersonaFactory(istituto=criteri.istituto),
    )  # fmt: skip
    criteri.save(update_fields=["pubblicazione"])
    return criteri.pubblicazione
