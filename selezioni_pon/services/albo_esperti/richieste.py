"""An expert asks to be in the register, or to stay in it; or does not want to any more."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from django.db import transaction

from cpia.atti.enums import Verso
from cpia.atti.services import annota, protocolla
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from selezioni_pon.enums import StatoIscrizione
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.queries.albo_esperti.elenchi import aperta_di, ultima_di
from selezioni_pon.queries.esterni import registrati
from selezioni_pon.rules.albo_passi import Richiesta, contro_la_richiesta
from selezioni_pon.services.albo_esperti.blocco import blocca_iscrizione, blocca_persona

CHIEDE: Final = "chiede iscrizione all’albo degli esperti"
REGISTRA: Final = "registra richiesta per l’albo degli esperti"
RINUNCIA: Final = "lo chiede l’esperto"
PROTOCOLLO: Final = "Richiesta di iscrizione all’albo degli esperti"


@transaction.atomic
def chiedi_iscrizione(
    *, autore: Contesto, adesso: datetime, richiesta: Richiesta
) -> IscrizioneEsperto:
    """Ask to be in the register, or that the own entry last on; who is a candidate of outside may.

    It takes a number of the protocol; sent twice as it is, it is one. Raises AttoRifiutato.
    """
    if not autore.ha(Ruolo.CANDIDATO):
        raise rifiuta("non_da_fuori", "L’albo è per chi non lavora nella scuola.")
    return _presenta(autore, adesso, autore.persona, richiesta=richiesta, azione=CHIEDE)


@transaction.atomic
def registra_richiesta(
    *, autore: Contesto, adesso: datetime, persona_id: int, richiesta: Richiesta
) -> IscrizioneEsperto:
    """Write down what a candidate of outside asks on paper at the desk; who prepares may.

    Raises AttoRifiutato for who is not registered, or has asked already.
    """
    persona = registrati(autore.istituto.pk, autore.oggi).filter(pk=persona_id).first()
    if persona is None:
        testo = "Prima si registra fra i candidati esterni."
        raise rifiuta("non_registrato", testo, campo="persona")
    return _presenta(
        autore, adesso, persona, richiesta=richiesta, azione=REGISTRA,
        registrata_da=autore.persona,
    )  # fmt: skip


@transaction.atomic
def rinuncia_all_albo(
    *, autore: Contesto, adesso: datetime, iscrizione_id: int
) -> IscrizioneEsperto:
    """Take back the own request, or leave the register; a second click changes nothing.

    Raises AttoRifiutato for one that was refused or cancelled.
    """
    riga = blocca_iscrizione(autore, iscrizione_id)
    if riga.persona_id != autore.persona.pk:
        raise IscrizioneEsperto.DoesNotExist
    if riga.stato == StatoIscrizione.RITIRATA or riga.motivo == RINUNCIA:
        return riga
    if riga.stato == StatoIscrizione.CHIESTA:
        riga.stato = StatoIscrizione.RITIRATA.value
    elif riga.stato == StatoIscrizione.ISCRITTA:
        riga.stato, riga.cancellata_il = StatoIscrizione.CANCELLATA.value, autore.oggi
    else:
        raise rifiuta("gia_chiusa", "È già chiusa: non c’è niente da lasciare.")
    riga.motivo = RINUNCIA
    riga.versione += 1
    riga.save(update_fields=["stato", "cancellata_il", "motivo", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="lascia l’albo degli esperti", oggetto=riga, dati={}
    )
    return riga


def _presenta(
    autore: Contesto,
    adesso: datetime,
    persona: Persona,
    *,
    richiesta: Richiesta,
    azione: str,
    registrata_da: Persona | None = None,
) -> IscrizioneEsperto:
    """The request, once the person is locked: two clicks find one another."""
    blocca_persona(autore, persona.pk)
    istituto_id = autore.istituto.pk
    aperta = aperta_di(istituto_id, persona.pk).first()
    if aperta is not None and _uguale(aperta, richiesta):
        return aperta
    ultima = ultima_di(istituto_id, persona.pk, autore.oggi)
    esigi(
        contro_la_richiesta(
            richiesta, aperta=aperta is not None, scade=ultima.scade if ultima else None,
            oggi=autore.oggi,
        )
    )  # fmt: skip
    riga = IscrizioneEsperto.objects.create(
        istituto=autore.istituto, persona=persona, settori=list(richiesta.settori),
        competenza=richiesta.competenza.strip(), dipendente_di=richiesta.dipendente_di.strip(),
        docente_di_altra_scuola=richiesta.docente_di_altra_scuola,
        cooperativa=richiesta.cooperativa.strip(), stato=StatoIscrizione.CHIESTA.value,
        chiesta_il=adesso, registrata_da=registrata_da,
        protocollo=protocolla(
            autore=autore, adesso=adesso, verso=Verso.ENTRATA, oggetto=PROTOCOLLO, riservato=True
        ),
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione=azione, oggetto=riga,
        dati={"settori": len(richiesta.settori)},
    )  # fmt: skip
    return riga


def _uguale(aperta: IscrizioneEsperto, richiesta: Richiesta) -> bool:
    return replace(richiesta, settori=list(richiesta.settori)) == Richiesta(
        aperta.settori, aperta.competenza, aperta.dipendente_di, aperta.docente_di_altra_scuola,
        aperta.cooperativa,
    )  # fmt: skip
