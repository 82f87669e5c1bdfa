"""What the mail and the portal say of a notice: subject and text, without names."""

from dataclasses import replace
from typing import Final

from organi_collegiali.documents import inviti
from organi_collegiali.documents.avvisi import oggetto
from organi_collegiali.documents.parole_avviso import DOCUMENTI, GIUSTIFICA, Parole, quando_e_dove
from organi_collegiali.models import Seduta

SI_LEGGE: Final = (
    "È una seduta riservata: giorno, ordine del giorno e documenti si leggono nel portale."
)
DA_INVITATI: Final = (
    "Chi è invitato partecipa senza diritto di voto e parla quando chi presiede gli dà la parola.",
    "Chi è invitato e non può esserci lo dice alla segreteria.",
)
SUPPLENTE: Final = (
    "Un componente titolare non può esserci, o deve astenersi: al suo posto siede il supplente, "
    "con il suo voto."
)
NON_PIU_SUPPLENTE: Final = (
    "Il componente titolare ci sarà: il supplente non è più convocato a questa seduta."
)


def messaggio(seduta: Seduta, fuori: Parole) -> tuple[str, str]:
    """Subject and text of a notice; of a reserved sitting only that it is one."""
    if seduta.riservata:
        return inviti.RISERVATA, SI_LEGGE
    ordine = "\n".join(f"{riga.numero}. {riga.titolo}" for riga in fuori.punti)
    parti = [quando_e_dove(seduta), *fuori.capoversi, ordine, *fuori.chiusura]
    return oggetto(fuori, seduta), "\n\n".join(filter(None, parti))


def per_i_componenti(fuori: Parole) -> Parole:
    """The words for who sits: where the papers are read, what to do when one cannot come."""
    return _chiuse(fuori, (DOCUMENTI, GIUSTIFICA))


def per_gli_invitati(fuori: Parole) -> Parole:
    """The words for who is invited: he or she may have no login."""
    return _chiuse(fuori, DA_INVITATI)


def _chiuse(fuori: Parole, chiusura: tuple[str, ...]) -> Parole:
    """A revocation has no items, and nothing else to say."""
    return replace(fuori, chiusura=chiusura) if fuori.punti else fuori


def per_il_supplente(fuori: Parole) -> Parole:
    """The words of the first notice, for who comes to sit in the place of another."""
    return per_i_componenti(replace(fuori, capoversi=(SUPPLENTE, *fuori.capoversi)))


def non_piu_supplente(seduta: Seduta) -> tuple[str, str]:
    """Subject and text for a substitute who is taken back."""
    if seduta.riservata:
        return inviti.RISERVATA, NON_PIU_SUPPLENTE
    titolo = f"Non occorre il supplente: {seduta.organo.nome}, {seduta}"
    return titolo, f"{quando_e_dove(seduta)}\n\n{NON_PIU_SUPPLENTE}"
