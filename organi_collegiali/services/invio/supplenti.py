"""The substitute is convened when a member will not come, and taken back when he or she will.

Of the two one counts: who is replaced stays convened, without the vote, and may change idea until
the sitting opens.
"""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.avvisi.services import chiudi_scadenze
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.documents import messaggi_avviso
from organi_collegiali.documents.parole_avviso import Parole, parole
from organi_collegiali.enums import GenereAtto, MezzoAvviso, Risposta
from organi_collegiali.models import Avviso, Convocato, Mandato, Movimento, Seduta
from organi_collegiali.queries.doveri.sedute import RISPOSTA
from organi_collegiali.queries.invio import avvisi as avvisi_inviati
from organi_collegiali.queries.invio import convocabili, supplenti
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.invio.supplenti import giudica_supplente
from organi_collegiali.services.invio.messaggi import manda_al_supplente


@transaction.atomic
def segue_la_risposta(
    *, autore: Contesto, adesso: datetime, titolare: Convocato, incompatibile: bool = False
) -> Convocato | None:
    """Convene or take back the substitute of a member, as he or she has answered.

    ``titolare`` has its sitting, locked. Answers with the substitute who sits, if one does.
    Raises AttoRifiutato when the substitute has been called at the roll call already.
    """
    siede = supplenti.convocato_al_posto(titolare)
    nuovo = None if siede else supplenti.possibile(titolare.seduta, titolare)
    if siede is None and nuovo is None:
        return None
    if siede is not None and titolare.risposta == Risposta.ASSENTE:
        # Why the member will not come is not asked twice: the reason is corrected, nobody moves.
        return siede
    regola = supplenti.interviene(regole(titolare.seduta.organo, autore.oggi))
    giudizio = giudica_supplente(titolare.risposta, incompatibile=incompatibile, regola=regola)
    if giudizio.siede:
        return siede or _convoca(autore, adesso, titolare, nuovo)
    if siede is not None:
        _richiama(autore, adesso, titolare, siede)
    return None


@transaction.atomic
def richiama_titolari(*, autore: Contesto, adesso: datetime, seduta: Seduta) -> None:
    """Take back all the substitutes convened after the notice: the day of the sitting moves."""
    righe = Convocato.objects.select_related("persona__utente", "mandato").filter(
        istituto_id=seduta.istituto_id, seduta=seduta
    )
    for coppia in supplenti.in_vece(list(righe)):
        coppia.titolare.seduta = coppia.supplente.seduta = seduta
        _richiama(autore, adesso, coppia.titolare, coppia.supplente)


def _convoca(
    autore: Contesto, adesso: datetime, titolare: Convocato, mandato: Mandato | None
) -> Convocato | None:
    """Give the substitute the place and the vote of the member, and tell him or her."""
    if mandato is None or _siede_gia(titolare.seduta, mandato):
        return None
    mezzo = convocabili.mezzo(mandato.persona)
    siede = Convocato.objects.create(
        istituto_id=titolare.istituto_id,
        seduta=titolare.seduta,
        persona=mandato.persona,
        mandato=mandato,
        componente=mandato.componente,
        con_voto=titolare.con_voto,
        qualifica=_qualifica(titolare),
        mezzo=mezzo.value,
        avvisato_il=adesso if mezzo is MezzoAvviso.EMAIL else None,
    )
    titolare.con_voto = False
    titolare.save(update_fields=["con_voto"])
    avviso = _ultimo(titolare.seduta)
    if avviso is not None:
        scritte = messaggi_avviso.per_il_supplente(_parole(titolare.seduta))
        testo = messaggi_avviso.messaggio(titolare.seduta, scritte)
        manda_al_supplente(avviso, mandato.persona, testo, adesso, siede=True)
    _annota(autore, adesso, "convoca il supplente", titolare, siede)
    return siede


def _siede_gia(seduta: Seduta, mandato: Mandato) -> bool:
    return seduta.convocati.filter(persona_id=mandato.persona_id).exists()


def _qualifica(titolare: Convocato) -> str:
    return f"supplente di {titolare.persona.nome_e_cognome}"[:120]


def _richiama(autore: Contesto, adesso: datetime, titolare: Convocato, siede: Convocato) -> None:
    """The member has the vote again, the substitute is not convened any more and is told."""
    if Movimento.objects.filter(istituto_id=siede.istituto_id, convocato=siede).exists():
        chi = siede.persona.nome_e_cognome
        testo = f"L’appello è cominciato e al tuo posto risulta {chi}: parlane con chi verbalizza."
        raise rifiuta("in_appello", testo)
    titolare.con_voto = titolare.mandato is not None and titolare.mandato.con_voto
    titolare.save(update_fields=["con_voto"])
    avviso = _ultimo(titolare.seduta)
    if avviso is not None:
        testo_e_oggetto = messaggi_avviso.non_piu_supplente(titolare.seduta)
        manda_al_supplente(avviso, siede.persona, testo_e_oggetto, adesso, siede=False)
    _annota(autore, adesso, "non convoca più il supplente", titolare, siede)
    chiudi_scadenze(istituto_id=siede.istituto_id, chiavi=[f"{RISPOSTA}{siede.pk}"], adesso=adesso)
    siede.delete()


def _ultimo(seduta: Seduta) -> Avviso | None:
    """The last notice that left: the message of the substitute goes with it."""
    inviati = avvisi_inviati.inviati(seduta)
    if not inviati:
        return None
    inviati[-1].seduta = seduta
    return inviati[-1]


def _parole(seduta: Seduta) -> Parole:
    """The sitting as it is now, in the words of a convocation, without names."""
    prima = Avviso(seduta=seduta, genere=GenereAtto.CONVOCAZIONE.value)
    punti = avvisi_inviati.punti(seduta)
    return parole(prima, seduta, punti, pubbliche=True)


def _annota(
    autore: Contesto, adesso: datetime, azione: str, titolare: Convocato, siede: Convocato
) -> None:
    dati = {"titolare": titolare.pk, "supplente": siede.pk, "persona": siede.persona_id}
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=titolare.seduta, dati=dati)
