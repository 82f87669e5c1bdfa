"""Sittings convened and not held yet, with what their members have answered."""

from dataclasses import dataclass
from datetime import date, datetime

from cpia.portale.dimostrazione.organi_convocazione import carta as carta_di
from cpia.portale.dimostrazione.partiti import gia_partiti
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.queries import persone_con_ruolo
from organi_collegiali.enums import Carica, MezzoAvviso, Risposta, TipoOrgano
from organi_collegiali.models import Convocato, OrganoCollegiale, Punto, Seduta
from organi_collegiali.services.convocazione.agenda import DatiPunto, aggiungi_punto, cambia_punto
from organi_collegiali.services.convocazione.allegati import DatiAllegato, allega
from organi_collegiali.services.convocazione.bozze import manda_alla_firma, prepara_seduta
from organi_collegiali.services.invio.firma import firma_avviso
from organi_collegiali.services.invio.invio import invia_avviso
from organi_collegiali.services.invio.risposte import Consegna, annota_consegna, rispondi

OGGI = date(2024, 6, 5)
MOTIVI = ("Turno di lavoro", "Visita medica già fissata", "Impegno in un’altra scuola")
# One in so many will not come, and one in so many has not answered.
NON_VIENE, TACE = 7, 5


@dataclass(frozen=True)
class DaConvocare:
    """A sitting of the demo: its day, its place, its agenda with the paper of some items."""

    inizio: datetime
    luogo: str
    punti: tuple[tuple[str, str], ...]
    su_persone: tuple[str, str] = ("", "")


CONSIGLIO = DaConvocare(
    istante(date(2024, 6, 18), 17),
    "Primaria «Collodi», aula magna",
    (
        ("Piano dell’offerta formativa: verifica di fine anno", "Relazione di verifica"),
        ("Contributo volontario delle famiglie per il 2024/25", "Proposta della Giunta"),
        ("Concessione della palestra alle associazioni sportive", ""),
        ("Reclamo di un genitore", ""),
        ("Varie ed eventuali", ""),
    ),
    ("Reclamo del signor Arduino Mancinelli", "Reclamo di un genitore"),
)
COLLEGIO = DaConvocare(
    istante(date(2024, 6, 13), 15),
    "Sede centrale, aula magna",
    (
        ("Comunicazioni del Dirigente", ""),
        ("Verifica del Piano dell’offerta formativa", "Relazione delle funzioni strumentali"),
        ("Criteri per l’assegnazione dei docenti alle classi", "Proposta dei dipartimenti"),
        ("Calendario degli impegni di settembre", ""),
        ("Varie ed eventuali", ""),
    ),
)


def popola_consiglio(istituto: Istituto) -> None:
    """The Consiglio of the school of the first cycle."""
    _convoca(istituto, TipoOrgano.CONSIGLIO_ISTITUTO, CONSIGLIO)


def popola_collegio(istituto: Istituto) -> None:
    """The Collegio of the secondary school: its desks are quiet, the notice was read already."""
    seduta = _convoca(istituto, TipoOrgano.COLLEGIO, COLLEGIO)
    avviso = str(seduta.avvisi.get().pk)
    gia_partiti(istituto, "convocazioni.", avviso, esito="nel portale e per e-mail")


def _convoca(istituto: Istituto, tipo: TipoOrgano, dati: DaConvocare) -> Seduta:
    organo = OrganoCollegiale.objects.get(istituto=istituto, tipo=tipo)
    chi = _con(istituto, Ruolo.SEGRETERIA_DIDATTICA)
    seduta = _prepara(organo, chi, dati)
    _parte(seduta, chi, _firma(organo))
    _rispondono(seduta)
    _a_mano(seduta, chi)
    return seduta


def _con(istituto: Istituto, ruolo: Ruolo) -> Persona:
    trovata = persone_con_ruolo(istituto.pk, ruolo, OGGI).select_related("istituto").first()
    if trovata is None:
        raise LookupError(ruolo)
    return trovata


def _firma(organo: OrganoCollegiale) -> Persona:
    """Who presides: the elected president, or the dirigente."""
    eletto = organo.mandati.filter(carica=Carica.PRESIDENTE).select_related("persona__istituto")
    presidente = eletto.first()
    return presidente.persona if presidente else _con(organo.istituto, Ruolo.DIRIGENTE)


def _prepara(organo: OrganoCollegiale, chi: Persona, dati: DaConvocare) -> Seduta:
    alle = istante(OGGI, 8, 20)
    autore = compi(chi, alle)
    seduta = prepara_seduta(
        autore=autore, adesso=alle, organo_id=organo.pk,
        inizio_previsto=dati.inizio, luogo=dati.luogo,
    )  # fmt: skip
    for titolo, carta in dati.punti:
        punto = aggiungi_punto(autore=autore, adesso=alle, seduta_id=seduta.pk, titolo=titolo)
        if carta:
            file = DatiAllegato(titolo=carta, file=carta_di(autore, alle, carta, 3))
            allega(autore=autore, adesso=alle, punto_id=punto.pk, dati=file)
    _senza_nomi(seduta, chi, dati)
    return seduta


def _senza_nomi(seduta: Seduta, chi: Persona, dati: DaConvocare) -> None:
    titolo, pubblico = dati.su_persone
    if not titolo:
        return
    punto, alle = Punto.objects.get(seduta=seduta, titolo=pubblico), istante(OGGI, 8, 30)
    cambia_punto(
        autore=compi(chi, alle), adesso=alle, punto_id=punto.pk, versione=punto.versione,
        dati=DatiPunto(
            titolo=titolo, natura=punto.natura, su_persone=True, titolo_pubblico=pubblico
        ),
    )  # fmt: skip


def _parte(seduta: Seduta, chi: Persona, presiede: Persona) -> None:
    mandata, firmata, partita = istante(OGGI, 8, 40), istante(OGGI, 8, 55), istante(OGGI, 9, 5)
    seduta.refresh_from_db()
    avviso = manda_alla_firma(
        autore=compi(chi, mandata), adesso=mandata, seduta_id=seduta.pk, versione=seduta.versione
    )
    firma_avviso(autore=compi(presiede, firmata), adesso=firmata, avviso_id=avviso.pk)
    invia_avviso(autore=compi(chi, partita), adesso=partita, avviso_id=avviso.pk)


def _rispondono(seduta: Seduta) -> None:
    """Who has a login answers, but for a few; nobody of the others can."""
    righe = Convocato.objects.filter(seduta=seduta, persona__utente__isnull=False)
    alle = istante(OGGI, 9, 30)
    for posto, convocato in enumerate(righe.select_related("persona__istituto").order_by("pk"), 1):
        if posto % TACE == 0 and seduta.organo.tipo == TipoOrgano.CONSIGLIO_ISTITUTO:
            continue
        assente = posto % NON_VIENE == 0
        rispondi(
            autore=compi(convocato.persona, alle), adesso=alle, seduta_id=seduta.pk,
            risposta=Risposta.ASSENTE if assente else Risposta.PRESENTE,
            motivo=MOTIVI[posto % len(MOTIVI)] if assente else "",
        )  # fmt: skip


def _a_mano(seduta: Seduta, chi: Persona) -> None:
    """Of those without e-mail all but two were told by phone; some said whether they will come."""
    alle = istante(OGGI, 9, 45)
    righe = Convocato.objects.filter(seduta=seduta, avvisato_il__isnull=True).order_by("pk")
    for posto, convocato in enumerate(list(righe)[:-2], 1):
        assente = posto % NON_VIENE == 0
        detto = Risposta.ASSENTE if assente else Risposta.PRESENTE
        annota_consegna(
            autore=compi(chi, alle), adesso=alle, convocato_id=convocato.pk,
            consegna=Consegna(
                MezzoAvviso.TELEFONO, alle, "" if posto % TACE == 0 else detto,
                MOTIVI[posto % len(MOTIVI)] if assente else "",
            ),
        )  # fmt: skip
