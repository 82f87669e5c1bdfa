"""Two sittings of the Consiglio with minutes approved, signed, printed and published."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import avanza, comincia, concludi, segna_lavoro_visto
from cpia.portale.dimostrazione import organi_appello
from cpia.portale.dimostrazione.organi_delibere import autore_il, pubblica
from cpia.portale.dimostrazione.organi_passate import PASSATE, Passata
from cpia.portale.dimostrazione.partiti import gia_partiti
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.documents.testo_verbale import testo_verbale
from organi_collegiali.enums import Componente, NaturaPunto
from organi_collegiali.models import OrganoCollegiale, Punto, Seduta, Verbale
from organi_collegiali.queries.verbali.materia import materia
from organi_collegiali.services.verbali.carte_verbali import STAMPA
from organi_collegiali.services.verbali.firme_verbali import firma_verbale
from organi_collegiali.services.verbali.lettura_verbali import metti_in_lettura
from organi_collegiali.services.verbali.pubblicazione_verbali import pubblica_verbale
from organi_collegiali.services.verbali.stampe_verbali import stampa_verbale
from organi_collegiali.services.verbali.verbali import approva_verbale, apri_verbale

Atto = tuple[datetime, Callable[[], object]]
ASSENTI = (Componente.GENITORI, Componente.ATA)


def popola(istituto: Istituto) -> None:
    """Those of December and February: each was approved by the sitting that came next."""
    consiglio = OrganoCollegiale.objects.get(istituto=istituto, tipo="consiglio_istituto")
    sedute = {
        seduta.numero: seduta
        for seduta in Seduta.objects.filter(
            istituto=istituto, organo=consiglio, numero__in=range(19, 22)
        ).select_related("istituto", "organo", "presiede__istituto", "verbalizza__istituto")
    }
    atti: list[Atto] = []
    for posto, passata in enumerate(PASSATE):
        seduta = sedute[passata.numero]
        _si_tiene(seduta, passata, posto)
        atti += _atti(seduta, sedute[passata.numero + 1], passata)
    for _, atto in sorted(atti, key=lambda riga: riga[0]):
        atto()


def _atti(seduta: Seduta, successiva: Seduta, passata: Passata) -> Iterator[Atto]:
    """What was done and when: the acts of two sittings cross, and take numbers as they come."""
    domani = istante(passata.giorno + timedelta(days=1), 9)
    albo = autore_il(seduta.istituto, domani.date())
    yield istante(passata.giorno, 19, 30), partial(_si_apre, seduta, passata)
    yield domani, partial(pubblica, seduta.organo, [passata.delibera], albo)
    yield passata.lettura, partial(_si_legge, seduta, passata)
    yield passata.approvata, partial(_si_approva, seduta, successiva, passata)
    yield passata.scrive, partial(_firma, seduta, _persona(seduta.verbalizza), passata.scrive)
    yield passata.presiede, partial(_firma_e_stampa, seduta, passata)
    yield passata.all_albo, partial(_si_pubblica, seduta, passata)


def _si_tiene(seduta: Seduta, passata: Passata, posto: int) -> None:
    """The sitting is recorded here as well as on paper: who was there, what was said."""
    Seduta.objects.filter(pk=seduta.pk).update(storica=False)
    seduta.storica = False
    tutti = organi_appello.membri(seduta)
    altri = organi_appello.senza_cariche(seduta, tutti)
    assenti = organi_appello.mancano(altri, ASSENTI, posto % 2)
    presenti = [membro for membro in tutti if membro not in assenti]
    organi_appello.entrano(presenti, istante(passata.giorno, 17, 35))
    punti = Punto.objects.filter(istituto=seduta.istituto, seduta=seduta)
    for ordine, testo in enumerate(passata.note, 1):
        punti.filter(ordine=ordine).update(discussione=testo)


def _verbale(seduta: Seduta) -> Verbale:
    return Verbale.objects.select_related("seduta__organo", "istituto").get(seduta=seduta)


def _si_apre(seduta: Seduta, passata: Passata) -> None:
    sera = istante(passata.giorno, 19, 30)
    apri_verbale(autore=compi(_persona(seduta.verbalizza), sera), adesso=sera, seduta=seduta)


def _si_legge(seduta: Seduta, passata: Passata) -> None:
    verbale, adesso = _verbale(seduta), passata.lettura
    autore = compi(_persona(seduta.verbalizza), adesso)
    metti_in_lettura(autore=autore, adesso=adesso, verbale_id=verbale.pk)
    gia_partiti(seduta.istituto, "verbali.", str(verbale.pk))


def _si_approva(seduta: Seduta, successiva: Seduta, passata: Passata) -> None:
    """The first item of the sitting that came next was the vote on these minutes."""
    punto = Punto.objects.get(istituto=successiva.istituto, seduta=successiva, ordine=1)
    punto.natura, punto.verbale_di = NaturaPunto.VERBALE, seduta
    punto.save(update_fields=["natura", "verbale_di"])
    adesso = passata.approvata
    autore = compi(_persona(successiva.verbalizza), adesso)
    approva_verbale(autore=autore, adesso=adesso, punto=punto)


def _firma(seduta: Seduta, chi: Persona, alle: datetime) -> None:
    verbale = _verbale(seduta)
    impronta = testo_verbale(materia(verbale)).impronta
    firma_verbale(autore=compi(chi, alle), adesso=alle, verbale_id=verbale.pk, impronta=impronta)


def _firma_e_stampa(seduta: Seduta, passata: Passata) -> None:
    """With the second signature the paper is asked for: it is printed as the worker does."""
    chi, alle = _persona(seduta.presiede), passata.presiede
    _firma(seduta, chi, alle)
    verbale, istituto_id = _verbale(seduta), seduta.istituto_id
    chiesto = Lavoro.objects.get(istituto=istituto_id, tipo=STAMPA, riferimento=verbale.pk)
    lavoro = comincia(istituto_id=istituto_id, lavoro_id=chiesto.pk, adesso=alle)
    if lavoro is None:
        raise LookupError(STAMPA)
    stampa_verbale(istituto_id, verbale.pk)
    avanza(lavoro=lavoro, adesso=alle, fatti=lavoro.totale)
    concludi(lavoro=lavoro, adesso=alle)
    segna_lavoro_visto(autore=compi(chi, alle), lavoro=lavoro, adesso=alle)


def _si_pubblica(seduta: Seduta, passata: Passata) -> None:
    giorno = passata.all_albo
    autore = autore_il(seduta.istituto, giorno.date(), giorno.hour)
    pubblica_verbale(autore=autore, adesso=giorno, verbale_id=_verbale(seduta).pk)


def _persona(chi: Persona | None) -> Persona:
    if chi is None:
        raise ValueError("la seduta ha chi presiede e chi verbalizza")
    return chi
