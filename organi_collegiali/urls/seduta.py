"""The sitting, live."""

from django.urls import URLPattern, path

from organi_collegiali.views.aula import (
    apertura,
    appello,
    battito,
    chiusura,
    deserta,
    discussione,
    pagina,
    perche,
    proiezione,
    punti,
)

urlpatterns: list[URLPattern] = [
    path("sedute/<int:pk>/aula/", pagina.aula, name="aula"),
    path("sedute/<int:pk>/battito/", battito.battito, name="battito"),
    path("sedute/<int:pk>/proiezione/", proiezione.proiezione, name="proiezione"),
    path("sedute/<int:pk>/aula/perche/", perche.perche, name="perche_seduta"),
    path("sedute/<int:pk>/apri/", apertura.apri, name="apri"),
    path("sedute/<int:pk>/deserta/", deserta.deserta, name="deserta"),
    path("sedute/<int:pk>/cariche/", apertura.cariche, name="cariche"),
    path("sedute/<int:pk>/appello/", appello.appello, name="appello"),
    path("sedute/<int:pk>/movimento/", appello.movimento, name="movimento"),
    path("sedute/<int:pk>/verifica/", appello.verifica, name="verifica_numero"),
    path("convocati/<int:pk>/movimenti/", appello.movimenti, name="movimenti"),
    path("convocati/<int:pk>/assenza/", appello.assenza, name="assenza"),
    path("movimenti/<int:pk>/ora/", appello.ora, name="movimento_ora"),
    path("movimenti/<int:pk>/togli/", appello.togli, name="movimento_togli"),
    path("sedute/<int:pk>/sospendi/", chiusura.sospendi, name="sospendi"),
    path("sedute/<int:pk>/riprendi/", chiusura.riprendi, name="riprendi"),
    path("sedute/<int:pk>/chiudi/", chiusura.chiudi, name="chiudi"),
    path("sedute/<int:pk>/aggiorna/", chiusura.aggiorna, name="aggiorna"),
    path("punti/<int:pk>/avvia/", punti.avvia, name="punto_avvia"),
    path("punti/<int:pk>/concludi/", punti.concludi, name="punto_concludi"),
    path("punti/<int:pk>/discussione/", discussione.discussione, name="discussione"),
    path("punti/<int:pk>/interesse/", punti.interesse, name="interesse"),
    path("punti/<int:pk>/parola/", discussione.iscrive, name="parola"),
    path("interventi/<int:pk>/", discussione.parola, name="intervento_cambia"),
    path("punti/<int:pk>/detta/", discussione.detta, name="detta"),
    path("dichiarazioni/<int:pk>/togli/", discussione.togli, name="dichiarazione_togli"),
]
