"""Two calls whose commission has closed its work: a proposal, and a provisional ranking.

The same members as elsewhere; the teacher of class A applied to the second, and complained.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from cpia.atti import carta
from cpia.atti.enums import CategoriaAlbo
from cpia.atti.models import Documento, Pubblicazione
from cpia.atti.services import nuovo_codice, registra_stampa
from cpia.scuola.models import Istituto, Persona
from selezioni_pon import models
from selezioni_pon.documents.graduatoria import (
    MODELLO,
    TIPO,
    ContestoGraduatoria,
    RigaStampata,
)
from selezioni_pon.enums import StatoGraduatoria
from tests.accessi.mondo_selezioni_commissione import commissione_di
from tests.factories.candidature import inviata
from tests.factories.scuola import ADESSO, PersonaFactory

PDF = b"%PDF-1.7\n"
# As a row keeps the score of who declared nothing.
VOCE = {
    "numero": "A.6", "detta": "A.6", "testo": "Abilitazioni", "detto": "", "commissione": False,
    "dichiarati": "0", "ammessi": "0", "somma": "0", "massimo": "25", "tagliata": False,
    "decisioni": [], "ragioni": [],
}  # fmt: skip
SEZIONE = {
    "sigla": "A", "titolo": "Titoli", "punti": "0", "somma": "0", "massimo": "25",
    "tagliata": False, "voci": [VOCE], "piena": True, "vuote": "",
}  # fmt: skip
DETTAGLIO = {"totale": "0", "dichiarati": "0", "ammessi": "0", "sezioni": [SEZIONE]}


@dataclass(frozen=True)
class MondoGraduatorie:
    """What an institute has of them; ``docente`` is who complained."""

    proposta: models.Graduatoria
    pubblicata: models.Graduatoria
    riga: models.RigaGraduatoria
    reclamo: models.Reclamo


def graduatorie_di(
    istituto: Istituto, cast: dict[str, Persona], pubblicato: Callable[..., models.Avviso]
) -> MondoGraduatorie:
    """Make them: the papers are there, printed already."""
    proposta = _con_le_righe(cast, pubblicato(scaduto=True), PersonaFactory(istituto=istituto))
    pubblicata = _con_le_righe(cast, pubblicato(scaduto=True), cast["docente"])
    pubblicata.stato = StatoGraduatoria.PROVVISORIA.value
    pubblicata.approvata_il, pubblicata.approvata_da = ADESSO, cast["dirigente"]
    pubblicata.documento = _carta(pubblicata, cast["dirigente"])
    pubblicata.pubblicazione = _all_albo(pubblicata, cast["dirigente"])
    pubblicata.save()
    riga = pubblicata.righe.get()
    reclamo = models.Reclamo.objects.create(
        istituto=istituto, graduatoria=pubblicata, candidatura=riga.invio.candidatura,
        testo="Un titolo non è stato contato", presentato_il=ADESSO,
        decidere_entro=date(2024, 7, 5), chiave="una",
    )  # fmt: skip
    return MondoGraduatorie(proposta, pubblicata, riga, reclamo)


def _carta(graduatoria: models.Graduatoria, firma: Persona) -> Documento:
    """The paper that the public page reads."""
    istituto, codice = graduatoria.istituto, nuovo_codice()
    contesto = ContestoGraduatoria(
        istituto=carta.intestazione(istituto), titolo="Graduatoria", definitiva=False, versione=1,
        motivo="", ruolo="tutor", dati=(), premesse=(), con_punti=False,
        righe=(RigaStampata(1, "Rossi Anna", ""),), note=(), rimedi=(), luogo="Roma",
        emesso=ADESSO.date(), firma=carta.firma(firma, ADESSO.date()),
        verifica=carta.verifica(istituto, codice), protocollo="",
    )  # fmt: skip
    documento = Documento.objects.create(
        istituto=istituto, tipo=TIPO, titolo="Graduatoria", modello=MODELLO,
        contesto=contesto.as_dict(), codice_verifica=codice, emesso_il=ADESSO,
    )  # fmt: skip
    pdf = PDF + codice.encode()
    return registra_stampa(documento_id=documento.pk, istituto_id=istituto.pk, pdf=pdf, pagine=1)


def _all_albo(graduatoria: models.Graduatoria, chi: Persona) -> Pubblicazione:
    """Its number is of no other institute."""
    oggi = ADESSO.date()
    return Pubblicazione.objects.create(
        istituto=graduatoria.istituto, documento=graduatoria.documento, oggetto="Graduatoria",
        oggetto_dopo="Graduatoria", con_dati_personali=True, richiedente="Segreteria",
        categoria=CategoriaAlbo.GRADUATORIE, responsabile=chi, dal=oggi,
        al=oggi + timedelta(days=15), anno=oggi.year, numero=5000 + graduatoria.istituto_id,
        registrata_il=ADESSO,
    )  # fmt: skip


def _con_le_righe(
    cast: dict[str, Persona], avviso: models.Avviso, chi: Persona
) -> models.Graduatoria:
    di_qui = {"istituto": avviso.istituto}
    commissione = commissione_di(avviso.istituto, cast, avviso)
    commissione.chiusa_il = ADESSO - timedelta(hours=1)
    commissione.save(update_fields=["chiusa_il"])
    invio = inviata(avviso, chi, {})
    graduatoria = models.Graduatoria.objects.create(
        **di_qui, avviso=avviso, numero=1, formata_il=ADESSO, formata_da=cast["dirigente"]
    )
    models.RigaGraduatoria.objects.create(
        **di_qui, graduatoria=graduatoria, invio=invio, ordine=1, posizione=1, punti=Decimal(0),
        dettaglio=DETTAGLIO, motivi=[{"regola": "posto", "fonte": "art. 1", "testo": "Sei 1º."}],
    )  # fmt: skip
    return graduatoria
