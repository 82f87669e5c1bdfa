"""An act goes on the albo: it takes its number and does not change any more."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.albo import rules
from cpia.atti.albo.errori import esigi
from cpia.atti.albo.queries.ufficio import ultimo_giorno
from cpia.atti.albo.services.blocco import blocca_bozza
from cpia.atti.albo.services.bozze import deposita
from cpia.atti.enums import CategoriaAlbo, RegistroNumeri, VersioneFile, Verso
from cpia.atti.models import Documento, FilePubblicazione, Protocollo, Pubblicazione
from cpia.atti.services import annota, prossimo_numero, protocolla
from cpia.scuola.access import Contesto


@transaction.atomic
def pubblica(*, autore: Contesto, adesso: datetime, pubblicazione_id: int) -> Pubblicazione:
    """Publish a draft: repertorio number, protocol, and from then on it cannot be changed.

    With personal data, whole files that the public sees leave a copy to the office, because the
    public one goes when the days are over. Raises ``PubblicazioneRifiutata`` with all that is
    missing, or when it was published already.
    """
    pubblicazione = blocca_bozza(autore, pubblicazione_id)
    esigi(rules.giudica_pubblicazione(bozza_di(pubblicazione), timezone.localdate(adesso)))
    _numera(pubblicazione, autore, adesso)
    if pubblicazione.con_dati_personali:
        copie_agli_atti(pubblicazione)
    return pubblicazione


@transaction.atomic
def pubblica_documento(
    *,
    autore: Contesto,
    adesso: datetime,
    documento: Documento,
    categoria: CategoriaAlbo,
    oggetto: str,
    con_dati_personali: bool,
    oggetto_dopo: str = "",
    richiedente: str = "",
    dal: date | None = None,
    al: date | None = None,
) -> Pubblicazione:
    """Put a paper of the portal on the albo in the same act that makes it.

    For the apps above (a convocation, a ranking): from today unless ``dal`` says a later day, for
    the days of the parameter ``albo.giorni`` unless ``al`` says otherwise, under the paper's own
    protocol number. The paper may be still printing: it can be downloaded as soon as it is there.
    Who may do this is asked by the caller. With personal data ``oggetto_dopo`` is what remains
    when the days are over. Raises ``PubblicazioneRifiutata``.
    """
    primo = dal or timezone.localdate(adesso)
    pubblicazione = Pubblicazione(
        istituto=autore.istituto,
        oggetto=oggetto,
        oggetto_dopo=oggetto_dopo,
        con_dati_personali=con_dati_personali,
        categoria=categoria,
        richiedente=richiedente or autore.istituto.denominazione_breve,
        responsabile=autore.persona,
        documento=documento,
        dal=primo,
        al=al or ultimo_giorno(autore.istituto.pk, primo).giorno,
    )
    giudizio = rules.giudica_pubblicazione(
        bozza_di(pubblicazione, anche_in_stampa=True), timezone.localdate(adesso)
    )
    esigi(giudizio)
    _numera(pubblicazione, autore, adesso)
    return pubblicazione


def bozza_di(pubblicazione: Pubblicazione, *, anche_in_stampa: bool = False) -> rules.Bozza:
    """The plain values of a draft, for the rules."""
    documento = pubblicazione.documento
    pubblici = pubblicazione.file.filter(pubblico=True).count() if pubblicazione.pk else 0
    return rules.Bozza(
        dal=pubblicazione.dal,
        al=pubblicazione.al,
        file_pubblici=pubblici,
        con_documento=documento is not None,
        documento_stampato=anche_in_stampa or bool(documento and documento.impronta),
        documento_riservato=bool(documento and documento.riservato),
        documento_annullato=bool(documento and documento.annullato_il),
        con_dati_personali=pubblicazione.con_dati_personali,
        oggetto_dopo=pubblicazione.oggetto_dopo,
    )


def _numera(pubblicazione: Pubblicazione, autore: Contesto, adesso: datetime) -> None:
    anno = timezone.localtime(adesso).year
    pubblicazione.protocollo = _protocollo(pubblicazione, autore, adesso)
    pubblicazione.numero = prossimo_numero(
        istituto_id=autore.istituto.pk, registro=RegistroNumeri.ALBO, anno=anno
    )
    pubblicazione.anno, pubblicazione.registrata_il = anno, adesso
    pubblicazione.responsabile = autore.persona
    pubblicazione.save()
    annota(
        autore=autore,
        adesso=adesso,
        azione="pubblica all’albo",
        oggetto=pubblicazione,
        dati={
            "numero": pubblicazione.numero,
            "anno": anno,
            "dal": pubblicazione.dal.isoformat(),
            "al": pubblicazione.al.isoformat(),
            "protocollo": pubblicazione.protocollo.pk,
        },
    )


def _protocollo(pubblicazione: Pubblicazione, autore: Contesto, adesso: datetime) -> Protocollo:
    """That of the paper when it has one; else a new one, whose subject names nobody."""
    documento = pubblicazione.documento
    if documento and documento.protocollo:
        return documento.protocollo
    return protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=pubblicazione.oggetto_dopo or pubblicazione.oggetto,
        verso=Verso.INTERNO,
        corrispondente="albo online",
    )


def copie_agli_atti(pubblicazione: Pubblicazione) -> None:
    """A copy for the office of each whole file that the public sees, and that will be removed."""
    files = list(pubblicazione.file.filter(versione=VersioneFile.INTEGRALE))
    custoditi = {file.impronta for file in files if not file.pubblico}
    for file in files:
        if file.pubblico and file.impronta not in custoditi:
            with file.file.open("rb") as aperto:
                contenuto: bytes = aperto.read()
            copia = FilePubblicazione(
                istituto_id=file.istituto_id,
                pubblicazione=pubblicazione,
                versione=file.versione,
                titolo=file.titolo,
                tipo_contenuto=file.tipo_contenuto,
                impronta=file.impronta,
                byte=file.byte,
            )
            deposita(copia, contenuto)
