"""A signature: a recorded act on the exact bytes of an approved version."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from cpia.scuola.parole import data_estesa
from patto_formativo.enums import StatoPatto
from patto_formativo.models import FirmaPatto, Versione
from patto_formativo.models.patti import IN_VIGORE
from patto_formativo.queries.patti.firme import (
    come_regola,
    firme_di,
    parole_di,
    parti_di,
    possono_firmare,
)
from patto_formativo.queries.ratifiche import di_queste_parole
from patto_formativo.queries.visibili import UFFICIO
from patto_formativo.rules.condivisione import ART_4
from patto_formativo.rules.eta import maggiore_dal
from patto_formativo.rules.firme import ART_11, FASE_4, Firma, Parte, giudica_firma, in_piu
from patto_formativo.rules.firme import Versione as Parole
from patto_formativo.services.condivisi import ritira_in_sospeso
from patto_formativo.services.patti.blocco import blocca_versione, passa
from patto_formativo.services.patti.continuazione import allinea_durata


@transaction.atomic
def firma_patto(
    *,
    autore: Contesto,
    adesso: datetime,
    versione_id: int,
    parte: Parte,
    impronta: str,
    su_carta: bool = False,
    persona_id: int | None = None,
    firmato_il: date | None = None,
) -> FirmaPatto:
    """Sign the exact words whose SHA-256 is ``impronta``, with the own login.

    The learner of age, who answers for a minor, the tutor or who presides over the section.
    ``su_carta``: the office records a signature put by hand on the printed copy, by ``persona_id``
    where more than one may have put it, on the day ``firmato_il`` (today, if none). With the last
    signature the version comes into force and the one before it is replaced. Of an agreement of
    two schools nobody signs before the other has ratified it. The same signature twice is one.
    Raises AttoRifiutato.
    """
    versione = blocca_versione(autore, versione_id)
    giorno = (su_carta and firmato_il) or autore.oggi
    chi = (
        _di_carta(autore, versione, parte, persona_id, giorno)
        if su_carta
        else _di_persona(autore, versione, parte)
    )
    gia = versione.firme.filter(parte=parte.value).select_related("persona").first()
    rifatta = gia is not None and _da_rifare(versione, gia, giorno)
    if gia is not None and not rifatta and (gia.persona_id, gia.impronta) == (chi.pk, impronta):
        return gia
    _verifica(autore, versione, Firma(chi.pk, parte, giorno, impronta))
    if gia is not None and rifatta:
        gia.delete()
    elif gia is not None:
        testo = f"Per questa parte ha già firmato {gia.persona.nome_e_cognome}."
        raise rifiuta("gia_firmato", testo, FASE_4)
    firma = FirmaPatto.objects.create(
        istituto=autore.istituto,
        versione=versione,
        parte=parte.value,
        persona=chi,
        utente=None if su_carta else autore.persona.utente,
        impronta=impronta,
        su_carta=su_carta,
        firmata_il=adesso if giorno == autore.oggi else _inizio(giorno, versione),
        registrata_da=autore.persona,
    )
    annota(
        autore=autore, adesso=adesso, azione="firma patto", oggetto=versione,
        dati={"parte": parte.value, "impronta": impronta, "su_carta": su_carta},
    )  # fmt: skip
    if firme_di(versione, autore.oggi).tutte:
        _entra_in_vigore(autore, adesso, versione)
    return firma


def _da_rifare(versione: Versione, gia: FirmaPatto, giorno: date) -> bool:
    """Whether the learner signed as a minor, besides, and is of age now: it is signed again.

    The register keeps the first.
    """
    nascita = versione.patto.corsista.persona.data_nascita
    if nascita is None or not in_piu(come_regola(gia), nascita):
        return False
    return giorno >= maggiore_dal(nascita)


def _inizio(giorno: date, versione: Versione) -> datetime:
    """Of a signature on paper the day is known and not the hour: never before the approval."""
    mezzanotte = timezone.make_aware(datetime.combine(giorno, time.min))
    return max(mezzanotte, versione.approvata_il or mezzanotte)


def _di_persona(autore: Contesto, versione: Versione, parte: Parte) -> Persona:
    """Who signs with the own login; AttoRifiutato for who may not."""
    if parte not in parti_di(autore, versione):
        testo = f"Qui firma {parte.etichetta}."
        raise rifiuta("non_e_sua", testo, FASE_4)
    return autore.persona


def _di_carta(
    autore: Contesto, versione: Versione, parte: Parte, persona_id: int | None, giorno: date
) -> Persona:
    """Whose signature is on the paper; AttoRifiutato for who could not put it that day."""
    if not autore.ha(*UFFICIO):
        raise rifiuta("non_ufficio", "Le firme su carta le registra la segreteria.", FASE_4)
    possibili = possono_firmare(versione, parte, giorno)
    scelti = [p for p in possibili if persona_id is None or p.pk == persona_id]
    if len(scelti) == 1:
        return scelti[0]
    testo = "Scegli chi ha firmato sulla carta." if scelti else "Nessuno può firmare per la parte."
    raise rifiuta("chi_firma", testo, ART_11, "persona")


def _verifica(autore: Contesto, versione: Versione, firma: Firma) -> None:
    nascita = versione.patto.corsista.persona.data_nascita
    if nascita is None:
        testo = "Manca la data di nascita: senza non si sa chi firma."
        raise rifiuta("senza_nascita", testo, FASE_4)
    if versione.stato in (StatoPatto.CONCLUSO, StatoPatto.RITIRATO):
        testo = f"Questa versione è {versione.get_stato_display()}: non si firma più."
        raise rifiuta("finito", testo, FASE_4)
    if versione.stato == StatoPatto.APPROVATO and not versione.impronta:
        testo = "Il PDF si sta preparando: si firma appena è pronto."
        raise rifiuta("senza_carta", testo, FASE_4)
    _verifica_giorno(versione, firma.giorno, autore.oggi)
    violazione = giudica_firma(firma, _da_firmare(autore, versione), nascita=nascita)
    esigi([violazione] if violazione else [])


def _verifica_giorno(versione: Versione, giorno: date, oggi: date) -> None:
    """A signature on paper is put between the approval, or the ratification, and today."""
    if giorno > oggi:
        raise rifiuta("firmata_dopo", "Quel giorno non è ancora venuto.", FASE_4, "firmato_il")
    if versione.approvata_il is None:
        return
    approvata = timezone.localdate(versione.approvata_il)
    if giorno < approvata:
        testo = f"È di prima dell’approvazione, che è del {data_estesa(approvata)}."
        raise rifiuta("firmata_prima", testo, FASE_4, "firmato_il")
    _verifica_dopo_la_ratifica(versione, giorno)


def _verifica_dopo_la_ratifica(versione: Versione, giorno: date) -> None:
    """What two schools agree on is signed once the other has ratified it (art. 4)."""
    if versione.patto.altro_istituto_id is None:
        return
    condivisa = di_queste_parole(versione)
    if condivisa is None or condivisa.ratificata_il is None or condivisa.rilievo:
        return
    ratificata = timezone.localdate(condivisa.ratificata_il)
    if giorno < ratificata:
        testo = f"È di prima della ratifica dell’altra scuola, che è del {data_estesa(ratificata)}."
        raise rifiuta("firmata_prima", testo, ART_4, "firmato_il")


def _da_firmare(autore: Contesto, versione: Versione) -> Parole:
    """The version that is to be signed now: of an older one, that which has taken its place."""
    aperta = (
        Versione.objects.filter(
            istituto=autore.istituto, patto=versione.patto_id, numero__gt=versione.numero
        )
        .exclude(stato=StatoPatto.RITIRATO.value)
        .order_by("-numero")
        .first()
    )
    return parole_di(aperta or versione)


def _entra_in_vigore(autore: Contesto, adesso: datetime, versione: Versione) -> None:
    """All have signed: signed, then in force; the version before it is replaced."""
    for vecchia in Versione.objects.select_for_update().filter(
        istituto=autore.istituto, patto=versione.patto_id, stato__in=IN_VIGORE
    ):
        passa(vecchia, StatoPatto.RINEGOZIATO)
        ritira_in_sospeso(autore=autore, adesso=adesso, versione=vecchia)
        vecchia.chiusa_il = adesso
        vecchia.save(update_fields=["stato", "chiusa_il"])
        annota(
            autore=autore, adesso=adesso, azione="sostituisce patto", oggetto=vecchia,
            dati={"versione": versione.pk},
        )  # fmt: skip
    passa(versione, StatoPatto.SOTTOSCRITTO)
    versione.sottoscritta_il = adesso
    versione.save(update_fields=["stato", "sottoscritta_il"])
    annota(autore=autore, adesso=adesso, azione="sottoscrive patto", oggetto=versione)
    passa(versione, StatoPatto.IN_CORSO)
    versione.save(update_fields=["stato"])
    allinea_durata(autore=autore, adesso=adesso, versione=versione)
    annota(autore=autore, adesso=adesso, azione="avvia patto", oggetto=versione)
