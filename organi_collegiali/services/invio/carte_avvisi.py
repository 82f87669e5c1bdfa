"""The papers of a notice: protocol number, documents, albo.

One paper where everybody may read all of it; where an item is on persons or reserved there are
two, the whole one for who sits and one without names for the albo. Of a reserved sitting there is
only the whole one, and nothing on the albo.
"""

from datetime import datetime

from django.db import transaction

from cpia.atti.albo.services import pubblica_documento
from cpia.atti.enums import CategoriaAlbo
from cpia.atti.models import Documento
from cpia.atti.services import nuovo_codice, prepara_documento, protocolla
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.documents import avvisi as documents
from organi_collegiali.documents.inviti import RISERVATA
from organi_collegiali.documents.parole_avviso import Parole
from organi_collegiali.models import Avviso
from organi_collegiali.rules import nomi


@transaction.atomic
def prepara_carte(
    *, autore: Contesto, adesso: datetime, avviso: Avviso, scritte: Parole, fuori: Parole
) -> None:
    """Number a notice, freeze its papers and publish what the public may read.

    ``scritte`` are the words that were signed, ``fuori`` the same without names. The notice is
    filled in and not saved: its act does it.
    """
    seduta = avviso.seduta
    fuori_oggetto = RISERVATA if seduta.riservata else documents.oggetto(fuori, seduta)
    avviso.protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=fuori_oggetto[:400],
        corrispondente=f"componenti {nomi.di(seduta.organo.nome)}"[:300],
        riservato=seduta.riservata,
    )
    dette_fuori = (fuori.punti, fuori.capoversi)
    separate = seduta.riservata or (scritte.punti, scritte.capoversi) != dette_fuori
    avviso.documento = _documento(autore, adesso, avviso=avviso, parole=scritte, riservato=separate)
    if seduta.riservata:
        return
    pubblico = (
        _documento(autore, adesso, avviso=avviso, parole=fuori, riservato=False)
        if separate
        else avviso.documento
    )
    avviso.pubblicazione = pubblica_documento(
        autore=autore,
        adesso=adesso,
        documento=pubblico,
        categoria=CategoriaAlbo.CONVOCAZIONI,
        oggetto=fuori_oggetto[:400],
        con_dati_personali=False,
    )


def _documento(
    autore: Contesto, adesso: datetime, *, avviso: Avviso, parole: Parole, riservato: bool
) -> Documento:
    if avviso.protocollo is None or avviso.firmato_da is None:
        raise rifiuta("da_firmare", "Prima di partire l’avviso va firmato da chi presiede.")
    contesto = documents.contesto_avviso(
        avviso,
        parole,
        avviso.protocollo,
        firmatario=avviso.firmato_da,
        codice_verifica=nuovo_codice(),
        all_albo=not avviso.seduta.riservata,
    )
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=documents.TIPO_INTEGRALE if riservato else documents.TIPO,
        titolo=contesto.titolo[:300],
        modello=documents.MODELLO,
        contesto=contesto.as_dict(),
        protocollo=avviso.protocollo,
        firmato_da=avviso.firmato_da.nome_e_cognome,
        codice_verifica=contesto.verifica.codice,
        riservato=riservato,
    )
