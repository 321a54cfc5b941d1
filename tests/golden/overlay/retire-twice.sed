/<phrase emitter="sendmail"/,/<.phrase>/d
