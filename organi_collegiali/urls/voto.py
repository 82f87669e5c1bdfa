"""Votes by hand and by name; the place of a member."""

from django.urls import URLPattern, path

from organi_collegiali.views.voto import agenda, conta, dal_posto, effetto, posto

urlpatterns: list[URLPattern] = [
    path("punti/<int:pk>/voto/", conta.voto, name="voto"),
    path("punti/<int:pk>/votazione/", conta.nuova, name="votazione_nuova"),
    path("votazioni/<int:pk>/prova/", conta.prova, name="votazione_prova"),
    path("votazioni/<int:pk>/chiudi/", conta.chiudi, name="votazione_chiudi"),
    path("votazioni/<int:pk>/nomi/", conta.nomi, name="votazione_nomi"),
    path("votazioni/<int:pk>/appello/", conta.appello, name="votazione_appello"),
    path("votazioni/<int:pk>/ballottaggio/", conta.ballottaggio, name="ballottaggio"),
    path("votazioni/<int:pk>/ripeti/", effetto.ripeti, name="votazione_ripeti"),
    path("votazioni/<int:pk>/proclama/", effetto.proclama, name="proclama"),
    path("votazioni/<int:pk>/perche/", effetto.perche, name="perche_votazione"),
    path("sedute/<int:pk>/ammissione/", agenda.ammissione, name="ammissione"),
    path("sedute/<int:pk>/inversione/", agenda.inversione, name="inversione"),
    path("sedute/<int:pk>/posto/", posto.posto, name="posto"),
    path("sedute/<int:pk>/esco/", dal_posto.esco, name="esco"),
    path("votazioni/<int:pk>/vota/", posto.vota, name="vota"),
    path("punti/<int:pk>/intervento/", posto.intervento, name="intervento"),
    path("punti/<int:pk>/dichiarazione/", dal_posto.dichiarazione, name="dichiarazione"),
]
