"""Elections at the ballot boxes of a component: called, counted, proclaimed."""

from datetime import date, datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from organi_collegiali.enums import Componente, Titolo
from organi_collegiali.models import Candidatura, Elezione, ListaElettorale, Mandato
from organi_collegiali.queries.organi.elezioni import Risultati, esito_di
from organi_collegiali.rules.organi.elettorale import ART_44, EsitoElezione
from organi_collegiali.services.organi.nomine import blocca_organo
from organi_collegiali.services.organi.posti import esigi_del_consiglio, esigi_liberi, esigi_posti


@transaction.atomic
def indice_elezione(
    *,
    autore: Contesto,
    adesso: datetime,
    organo_id: int,
    componente: Componente,
    posti: int,
    votata_il: date,
    dal: date,
    al: date | None,
    liste: tuple[str, ...] = (),
) -> Elezione:
    """Open the election of the representatives of a component. Raises AttoRifiutato."""
    organo = blocca_organo(autore, organo_id)
    if dal < votata_il:
        testo = "Il mandato comincia dopo il voto."
        raise AttoRifiutato([Violazione("dal_prima_del_voto", testo, "", "dal")])
    if al is not None and al < dal:
        testo = "L’ultimo giorno viene prima del primo."
        raise AttoRifiutato([Violazione("al_prima_del_dal", testo, "", "al")])
    elezione = Elezione.objects.create(
        istituto=autore.istituto, organo=organo, componente=componente, posti=posti,
        votata_il=votata_il, dal=dal, al=al,
    )  # fmt: skip
    ListaElettorale.objects.bulk_create(
        ListaElettorale(istituto=autore.istituto, elezione=elezione, nome=nome) for nome in liste
    )
    annota(
        autore=autore, adesso=adesso, azione="apre elezione di organo", oggetto=organo,
        dati={"elezione": elezione.pk, "componente": componente, "posti": posti},
    )  # fmt: skip
    return elezione


@transaction.atomic
def aggiunge_candidato(
    *, autore: Contesto, adesso: datetime, elezione_id: int, persona: Persona, lista: str = ""
) -> Candidatura:
    """Add who stands, at the end of the list. Raises AttoRifiutato."""
    elezione = blocca_elezione(autore, elezione_id)
    if elezione.candidature.filter(persona=persona).exists():
        testo = f"{persona.nome_e_cognome} è già fra i candidati."
        raise AttoRifiutato([Violazione("gia_candidato", testo, "", "persona")])
    esigi_del_consiglio(
        elezione.organo, persona.pk, Componente(elezione.componente), Titolo.ELETTO, autore.oggi
    )
    nomi = {riga.nome for riga in elezione.liste.all()}
    if nomi and lista not in nomi:
        raise AttoRifiutato([Violazione("lista", "Scegli la lista.", ART_44, "lista")])
    candidatura = Candidatura.objects.create(
        istituto=autore.istituto, elezione=elezione, persona=persona, lista=lista,
        ordine=elezione.candidature.filter(lista=lista).count() + 1,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="aggiunge candidato", oggetto=elezione.organo,
        dati={"elezione": elezione.pk, "candidatura": candidatura.pk},
    )  # fmt: skip
    return candidatura


@transaction.atomic
def scrive_risultati(
    *, autore: Contesto, adesso: datetime, elezione_id: int, risultati: Risultati
) -> EsitoElezione[int]:
    """Write the votes; they may be corrected until the proclamation. Raises AttoRifiutato."""
    elezione = blocca_elezione(autore, elezione_id)
    esito = _scrive(elezione, risultati, autore.oggi)
    annota(
        autore=autore, adesso=adesso, azione="scrive voti di elezione", oggetto=elezione.organo,
        dati={"elezione": elezione.pk},
    )  # fmt: skip
    return esito


@transaction.atomic
def proclama_elezione(
    *, autore: Contesto, adesso: datetime, elezione_id: int, atto: str
) -> tuple[Mandato, ...]:
    """Proclaim the elected: each gets a mandate for the days of the election.

    Raises AttoRifiutato while a tie is open, when nobody had votes, when it is proclaimed.
    """
    elezione = blocca_elezione(autore, elezione_id)
    blocca_organo(autore, elezione.organo_id)
    esito = esito_di(elezione, autore.oggi)
    if esito.pareggi:
        raise rifiuta("parita", esito.pareggi[0].testo, esito.perche[-1].fonte)
    if not esito.eletti:
        raise rifiuta("nessun_eletto", "Nessun candidato ha ricevuto voti.")
    candidature = {c.pk: c for c in elezione.candidature.select_related("persona")}
    eletti = [candidature[pk] for pk in esito.eletti]
    esigi_liberi(elezione.organo, [c.persona_id for c in eletti], elezione.dal)
    esigi_posti(elezione.organo, Componente(elezione.componente), len(eletti), elezione.dal)
    mandati = [_mandato(elezione, candidatura, atto) for candidatura in eletti]
    Candidatura.objects.filter(pk__in=esito.eletti).update(eletto=True)
    elezione.proclamata_il, elezione.atto = autore.oggi, atto
    elezione.save(update_fields=["proclamata_il", "atto"])
    annota(
        autore=autore, adesso=adesso, azione="proclama eletti", oggetto=elezione.organo,
        dati={"elezione": elezione.pk, "mandati": [m.pk for m in mandati], "atto": atto},
    )  # fmt: skip
    return tuple(mandati)


def blocca_elezione(autore: Contesto, elezione_id: int) -> Elezione:
    """An election that is not proclaimed yet, locked. Raises AttoRifiutato."""
    elezione = (
        Elezione.objects.select_for_update(of=("self",))
        .select_related("organo")
        .get(pk=elezione_id, istituto=autore.istituto)
    )
    if elezione.proclamata_il:
        testo = f"Gli eletti sono stati proclamati il {elezione.proclamata_il:%d/%m/%Y}."
        raise rifiuta("gia_proclamata", testo)
    return elezione


def _scrive(elezione: Elezione, risultati: Risultati, giorno: date) -> EsitoElezione[int]:
    liste = list(elezione.liste.filter(pk__in=risultati.liste))
    candidature = list(elezione.candidature.filter(pk__in=risultati.candidature))
    for lista in liste:
        cifre = risultati.liste[lista.pk]
        lista.voti, lista.sorteggio = cifre.voti, cifre.sorteggio
    for chi in candidature:
        cifre = risultati.candidature[chi.pk]
        chi.voti, chi.sorteggio = cifre.voti, cifre.sorteggio
    ListaElettorale.objects.bulk_update(liste, ["voti", "sorteggio"])
    Candidatura.objects.bulk_update(candidature, ["voti", "sorteggio"])
    return esito_di(elezione, giorno)


def _mandato(elezione: Elezione, candidatura: Candidatura, atto: str) -> Mandato:
    return Mandato.objects.create(
        istituto_id=elezione.istituto_id, organo_id=elezione.organo_id, persona=candidatura.persona,
        componente=elezione.componente, titolo=Titolo.ELETTO, lista=candidatura.lista,
        dal=elezione.dal, al=elezione.al, atto=atto,
    )  # fmt: skip
