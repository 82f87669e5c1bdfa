"""Applications written and sent, commissions, rankings. Needs the institute set (``tenancy``)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from json import dumps
from typing import Any

from factory import Sequence, Trait

from cpia.scuola.models import Persona
from organi_collegiali.enums import RegolaPresidente, TipoOrgano
from selezioni_pon import models
from selezioni_pon.enums import (
    Cittadinanza,
    EsitoTitolo,
    FormaFirma,
    Provenienza,
    StatoGraduatoria,
    TipoAllegato,
)
from selezioni_pon.queries.valutazione import griglia_di
from tests.conftest import come_proprietario
from tests.factories.organi import OrganoFactory
from tests.factories.scuola import ADESSO, DiIstitutoFactory, PersonaFactory, nello_stesso
from tests.factories.selezioni import PUBBLICATO, SCADUTO, AvvisoFactory, DelProprietarioFactory


class CandidaturaFactory(DiIstitutoFactory):
    """A draft with the declarations that a call for the school’s own staff needs."""

    class Meta:
        model = models.Candidatura

    avviso = nello_stesso(AvvisoFactory, pubblicato=True)
    persona = nello_stesso(PersonaFactory)
    provenienza = Provenienza.INTERNO.value
    cittadinanza = Cittadinanza.UE.value
    diritti_civili = True
    senza_condanne = True
    senza_procedimenti = True
    specializzazione = True
    giorni_servizio = 1200
    risponde_del_vero = True
    cominciata_il = PUBBLICATO
    modificata_il = PUBBLICATO


class RispostaFactory(DiIstitutoFactory):
    """An item of the draft: a title that is owned, unless said otherwise."""

    class Meta:
        model = models.Risposta

    candidatura = nello_stesso(CandidaturaFactory)
    voce = "1"
    valore = {"posseduto": True}


class AllegatoFactory(DiIstitutoFactory):
    """A file that is only its row."""

    class Meta:
        model = models.AllegatoCandidatura

    candidatura = nello_stesso(CandidaturaFactory)
    tipo = TipoAllegato.CURRICULUM.value
    file = "selezioni/curriculum.pdf"
    nome_file = "curriculum.pdf"
    tipo_contenuto = "application/pdf"
    impronta = "0" * 64
    byte = 1000
    caricato_il = PUBBLICATO


class CommissioneFactory(DelProprietarioFactory):
    """Named after the term of its call; nobody sits in it yet."""

    class Meta:
        model = models.Commissione

    class Params:
        chiusa = Trait(chiusa_il=ADESSO - timedelta(hours=1))

    avviso = nello_stesso(AvvisoFactory, scaduto=True)
    organo = nello_stesso(
        OrganoFactory,
        tipo=TipoOrgano.COMMISSIONE_AVVISO,
        nome=Sequence(lambda n: f"Commissione per «tutor» {n}"),
        regola_presidente=RegolaPresidente.NOMINATO,
        riservato=True,
    )
    nominata_il = ADESSO - timedelta(days=2)
    nominata_da = nello_stesso(PersonaFactory)


class CommissarioFactory(DiIstitutoFactory):
    class Meta:
        model = models.Commissario

    class Params:
        dichiarato = Trait(dichiarato_il=ADESSO - timedelta(days=1), senza_condanne=True)

    commissione = nello_stesso(CommissioneFactory)
    persona = nello_stesso(PersonaFactory)


class GraduatoriaFactory(DelProprietarioFactory):
    class Meta:
        model = models.Graduatoria

    avviso = nello_stesso(AvvisoFactory, scaduto=True)
    numero = 1
    stato = StatoGraduatoria.BOZZA.value
    formata_il = ADESSO - timedelta(days=1)
    formata_da = nello_stesso(PersonaFactory)


def inviata(
    avviso: models.Avviso,
    persona: Persona,
    titoli: Mapping[str, Mapping[str, Any]],
    *,
    quando: datetime | None = None,
    offerta: Decimal | None = None,
    giorni_servizio: int = 1200,
    **campi: Any,
) -> models.Invio:
    """An application sent in time, with these titles: item of the grid to what it declares."""
    quando = quando or min(avviso.scade, SCADUTO) - timedelta(hours=1)
    candidatura = CandidaturaFactory(
        istituto=avviso.istituto,
        avviso=avviso,
        persona=persona,
        offerta=offerta,
        giorni_servizio=giorni_servizio,
        **campi,
    )
    contenuto = {"griglia": avviso.griglia.dati, "titoli": dict(titoli)}
    griglia = griglia_di(avviso)
    posti = {voce.numero: posto for posto, voce in enumerate(griglia.voci, start=1)}
    with come_proprietario():
        invio = models.Invio.objects.create(
            istituto=avviso.istituto, candidatura=candidatura, numero=1, inviato_il=quando,
            contenuto=contenuto, impronta=sha256(dumps(contenuto).encode()).hexdigest(),
            firma=FormaFirma.DIGITALE.value, offerta=offerta, giorni_servizio=giorni_servizio,
        )  # fmt: skip
    for voce, valore in titoli.items():
        models.Risposta.objects.create(
            istituto=avviso.istituto, candidatura=candidatura, voce=voce, valore=dict(valore)
        )
        models.TitoloDichiarato.objects.create(
            istituto=avviso.istituto, invio=invio, voce=voce, posto=posti[voce],
            valore=dict(valore), descrizione=f"I titoli della voce {voce}",
        )  # fmt: skip
    return invio


def decisa(
    titolo: models.TitoloDichiarato,
    commissario: models.Commissario,
    esito: EsitoTitolo = EsitoTitolo.ACCETTATO,
    ammesso: Mapping[str, Any] | None = None,
    motivo: str = "",
) -> models.DecisioneTitolo:
    """What the commission decided of a title: accepted as it was declared unless said."""
    conta = titolo.valore if esito is EsitoTitolo.ACCETTATO else ammesso
    return models.DecisioneTitolo.objects.create(
        istituto=titolo.istituto, titolo=titolo, esito=esito.value,
        ammesso=dict(conta) if conta is not None else None,
        motivo=motivo or ("" if esito is EsitoTitolo.ACCETTATO else "Attestato senza ore"),
        decisa_il=ADESSO, decisa_da=commissario,
    )  # fmt: skip
