"""A section approves drafts: many by one deliberation, all of them or none."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from django.db import transaction

from cpia.atti.models import Protocollo
from cpia.atti.services import annota, nuovo_codice, prepara_documento, protocolla
from cpia.avvisi.models import Lavoro
from cpia.norme.errori import esigi, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.models import Delibera
from patto_formativo.documents.parole_patto import contesto_patto
from patto_formativo.documents.patto import MODELLO, TIPO
from patto_formativo.enums import StatoPatto
from patto_formativo.models import RichiestaModifica, Versione
from patto_formativo.queries.crediti.certificati import certificato_di
from patto_formativo.queries.patti.piano import giudizio, senza_certificato
from patto_formativo.rules.condivisione import ART_4
from patto_formativo.rules.contenuto import verifica_passaggio
from patto_formativo.rules.firme import FASE_4
from patto_formativo.services.patti.blocco import blocca_versioni
from patto_formativo.services.patti.stampa import chiedi_stampa


@transaction.atomic
def approva_patti(
    *,
    autore: Contesto,
    adesso: datetime,
    versioni: Collection[int],
    seduta_id: int,
    delibera_id: int,
    lasciati: Mapping[int, str] | None = None,
    lette: Mapping[int, int | None] | None = None,
) -> tuple[list[Versione], Lavoro]:
    """Approve drafts on a deliberation of their section; who presides over it may, the dirigente.

    All of them or none: AttoRifiutato names each that cannot, and it is left out with its reason
    (``lasciati``: version → reason), which its tutor reads. ``lette`` are the revisions that were
    on the screen: of another one nobody has read the words. Each takes its protocol number, its
    words are frozen and a worker prints them. One that this deliberation has approved already
    stays as it is, so a second click does nothing.
    """
    delibera = _delibera(autore, seduta_id, delibera_id)
    righe = blocca_versioni(autore, [*versioni, *(lasciati or {})])
    scelte = [riga for riga in righe if riga.pk in versioni]
    da_fare = [riga for riga in scelte if not _gia(riga, delibera)]
    esigi([v for riga in da_fare for v in _contro(autore, riga, delibera, lette)])
    if not scelte:
        raise rifiuta("nessuno", "Scegli almeno un patto da approvare.", FASE_4)
    for riga in da_fare:
        _approva(autore, adesso, riga, delibera)
    for riga in righe:
        if riga.pk not in versioni:
            _lascia(autore, adesso, riga, (lasciati or {})[riga.pk])
    lavoro = chiedi_stampa(autore=autore, adesso=adesso, delibera=delibera)
    return scelte, lavoro


def _delibera(autore: Contesto, seduta_id: int, delibera_id: int) -> Delibera:
    trovata = (
        Delibera.objects.select_related("organo", "seduta")
        .filter(istituto=autore.istituto, pk=delibera_id, seduta_id=seduta_id)
        .first()
    )
    if trovata is None:
        testo = "Scegli la delibera con cui la sezione li ha approvati, in una sua seduta."
        raise rifiuta("delibera", testo, ART_4, "delibera")
    return trovata


def _gia(versione: Versione, delibera: Delibera) -> bool:
    """Whether this deliberation has approved it already."""
    return versione.approvata_il is not None and versione.delibera_id == delibera.pk


def _contro(
    autore: Contesto,
    versione: Versione,
    delibera: Delibera,
    lette: Mapping[int, int | None] | None,
) -> Iterator[Violazione]:
    """What speaks against the approval of one draft, told of it by number and not by name."""
    campo = f"versione_{versione.pk}"
    if versione.sezione_id != delibera.organo_id:
        testo = "È stato proposto a un’altra sezione, che lo delibera."
        yield Violazione("altra_sezione", testo, ART_4, campo)
        return
    if no := verifica_passaggio(StatoPatto(versione.stato), StatoPatto.APPROVATO):
        yield Violazione(no.codice, no.testo, no.fonte, campo)
        return
    if no := _altre_parole(versione, delibera, lette):
        yield Violazione(no.codice, no.testo, no.fonte, campo)
    if versione.patto.corsista.persona.data_nascita is None:
        testo = "Manca la data di nascita: senza non si sa chi lo firma."
        yield Violazione("senza_nascita", testo, FASE_4, campo)
    attestato = certificato_di(versione.patto.corsista) is not None
    contro = giudizio(versione, autore.oggi)
    for violazione in (*contro, *senza_certificato(versione, attestato=attestato)):
        yield Violazione(violazione.codice, violazione.testo, violazione.fonte, campo)


def _altre_parole(
    versione: Versione, delibera: Delibera, lette: Mapping[int, int | None] | None
) -> Violazione | None:
    """Why these are not the words on which the section deliberated, or that were read now."""
    if versione.proposta_il is not None and delibera.adottata_il < versione.proposta_il:
        testo = (
            f"La delibera n. {delibera.numero} è di prima della proposta: la sezione non l’aveva "
            "davanti. Scegli quella con cui l’ha approvato."
        )
        return Violazione("delibera_precedente", testo, ART_4)
    if lette is not None and lette.get(versione.pk) != versione.revisione:
        testo = "La bozza è cambiata da quando hai aperto la pagina: rileggi il piano, poi decidi."
        return Violazione("bozza_cambiata", testo, ART_4)
    return None


def _approva(autore: Contesto, adesso: datetime, versione: Versione, delibera: Delibera) -> None:
    versione.stato = StatoPatto.APPROVATO.value
    versione.approvata_il = adesso
    versione.seduta, versione.delibera = delibera.seduta, delibera
    # Its number is that of the registration of the agreement (D.I. 12 marzo 2015, § 3.2).
    versione.protocollo = _registra(autore, adesso, delibera)
    codice = nuovo_codice()
    contesto = contesto_patto(versione, codice_verifica=codice)
    versione.documento = prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=TIPO,
        titolo=f"Patto formativo individuale, versione {versione.numero}",
        modello=MODELLO,
        contesto=contesto.as_dict(),
        protocollo=versione.protocollo,
        codice_verifica=codice,
        riservato=True,
    )
    versione.save(
        update_fields=["stato", "approvata_il", "seduta", "delibera", "protocollo", "documento"]
    )
    annota(
        autore=autore, adesso=adesso, azione="approva patto", oggetto=versione,
        dati={"delibera": delibera.pk, "documento": versione.documento.pk},
    )  # fmt: skip


def _registra(autore: Contesto, adesso: datetime, delibera: Delibera) -> Protocollo:
    return protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=f"Patto formativo individuale, delibera n. {delibera.numero} della sezione",
        corrispondente="chi studia e chi ne ha la responsabilità",
        riservato=True,
    )


def _lascia(autore: Contesto, adesso: datetime, versione: Versione, motivo: str) -> None:
    """Left out of this deliberation: the reason goes once to the tutor, the draft still waits."""
    _, nuova = RichiestaModifica.objects.get_or_create(
        istituto=autore.istituto, versione=versione, chiede=autore.persona, testo=motivo,
        risposta_il__isnull=True, defaults={"chiesta_il": adesso},
    )  # fmt: skip
    if nuova:
        annota(autore=autore, adesso=adesso, azione="lascia fuori il patto", oggetto=versione)
